-- Facts for response figures: a projection of imported history, rebuilt from the record at any time.
create table performance.response_source (
    source         text primary key,
    name           text   not null,
    agency         text   not null,
    zone           text   not null,
    -- Where each interval and each kind of area stands in a fact's arrays; only ever added to.
    interval_slots text[] not null,
    area_slots     text[] not null,
    intervals      text[] not null,
    definitions    text[] not null,
    headline       text,
    grades         text[] not null,
    area_kinds     text[] not null,
    licence        text   not null,
    attribution    text   not null,
    version        bigint not null
);

create table performance.response_area (
    source text not null,
    kind   text not null,
    code   text not null,
    name   text not null,
    primary key (source, kind, code)
);

create table performance.response_fact (
    source      text    not null,
    key         text    not null,
    service_day date    not null,
    month       date    not null,
    hour        smallint,
    agency      text,
    grade       text,
    top_grade   boolean not null,
    type        text,
    areas       text[]  not null,
    seconds     integer[] not null,
    primary key (source, key)
);

create index response_fact_month on performance.response_fact (source, month);

-- The version of a month is the journal position of its newest fact.
create table performance.response_chunk (
    source  text   not null,
    month   date   not null,
    version bigint not null,
    primary key (source, month)
);
