-- Keys are compared byte by byte, which is the order of their characters too and costs a fraction.
alter table performance.response_fact alter column source type text collate "C", alter column key type text collate "C";
