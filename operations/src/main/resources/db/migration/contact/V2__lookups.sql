-- Whole indexes: a partial one is used only while the planner sees the value that is asked for.
drop index contact.contact_words_number;
drop index contact.contact_words_address;
create index contact_words_number on contact.contact_words (number);
create index contact_words_address on contact.contact_words (address);
