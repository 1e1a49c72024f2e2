-- Keys are compared byte by byte, which is the order of their characters too and costs a fraction. A day of a source is
-- found by its day alone and put in order when it is read: an import writes the index once for every row.
alter table history.incident alter column source type text collate "C", alter column key type text collate "C";
drop index history.incident_by_day;
create index incident_of_day on history.incident (source, service_day);
