-- What is known of imported history now; all of it can be rebuilt from the record.

create table history.source (
    source          text primary key,
    declared_at     bigint not null,
    incidents       bigint not null default 0,
    first_day       date,
    last_day        date
);

create table history.area_name (
    source  text not null,
    kind    text not null,
    code    text not null,
    name    text not null,
    primary key (source, kind, code)
);

create table history.incident (
    source      text not null,
    key         text not null,
    version     bigint not null,
    row_hash    text not null,
    service_day date not null,
    hour        smallint,
    agency      text,
    grade       text,
    type        text,
    flags       text[] not null,
    position    bigint not null,
    primary key (source, key)
);

create index incident_by_day on history.incident (source, service_day, hour, key);

create table history.import (
    id          text primary key,
    source      text not null,
    file_name   text not null,
    file_sha256 text not null,
    strict      boolean not null,
    by_actor    text not null,
    started     bigint not null,
    started_at  timestamptz not null,
    complete    boolean,
    ended_at    timestamptz,
    rows        bigint,
    imported    bigint,
    same        bigint,
    revised     bigint,
    refused     bigint,
    flagged     text
);
