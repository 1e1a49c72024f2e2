-- One row for each contact. Holds no personal data: lists on a wall show it.
create table contact.contact (
    contact     text        primary key,
    channel     text        not null,
    urgency     integer     not null,
    stage       text        not null
        check (stage in ('WAITING', 'TAKEN', 'ASKED', 'INCIDENT', 'LINKED', 'ENDED', 'LEFT')),
    received_at timestamptz not null,
    answered_at timestamptz,
    owner       text,
    type        text,
    grade       text,
    recommended text,
    borough     text,
    locality    text,
    ending      text,
    incident    text,
    thrive      integer     not null default 0,
    ended_at    timestamptz
);
create index contact_waiting on contact.contact (urgency, received_at) where stage = 'WAITING';
create index contact_unfinished on contact.contact (received_at) where stage in ('TAKEN', 'ASKED');
create index contact_over on contact.contact (ended_at desc) where ended_at is not null;
create index contact_incident on contact.contact (incident) where incident is not null;

-- What contacts are looked up by, and their words. Personal words: deleted when they are withheld.
create table contact.contact_words (
    position bigint primary key,
    contact  text   not null,
    number   text   not null,
    address  text   not null,
    borough  text,
    words    text   not null
);
create index contact_words_contact on contact.contact_words (contact);
create index contact_words_number on contact.contact_words (number) where number <> '';
create index contact_words_address on contact.contact_words (address) where address <> '';

-- What every incident was opened with, so that another caller of it is known. Personal words likewise.
create table contact.incident_told (
    incident  text        primary key,
    position  bigint      not null,
    type      text        not null,
    opened_at timestamptz not null,
    latitude  integer,
    longitude integer,
    words     text        not null
);
create index incident_told_at on contact.incident_told (opened_at);
create index incident_told_position on contact.incident_told (position);

-- Working papers: what is typed into the form of a contact, kept on every pause. No projection: nothing of it is in
-- the record until the contact is finished, and then it is gone from here (ADR 0015).
create table contact.draft (
    contact  text        primary key,
    owner    text        not null,
    fields   text        not null,
    saved_at timestamptz not null,
    saves    integer     not null
);
