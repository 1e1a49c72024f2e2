-- The numbers given on a service day; always equal to the version of the stream incident-day/<day>.
create table control.incident_day (
    day   date    primary key,
    given integer not null
);

-- One row for each incident, open or closed. Holds no personal data: lists on a wall show it.
create table control.incident_board (
    incident      text        primary key,
    type          text        not null,
    grade         text        not null,
    stage         text        not null check (stage in ('OPEN', 'CLOSED')),
    result        text,
    locality      text,
    borough       text,
    ward          text,
    opened_at     timestamptz not null,
    attend_by     timestamptz,
    lines         integer     not null,
    last_line_at  timestamptz not null,
    restricted_to text[]      not null default '{}',
    position      bigint      not null
);
create index incident_board_open on control.incident_board (opened_at) where stage = 'OPEN';

-- The words of each entry, to be found by. Personal words are deleted when they are withheld.
create table control.incident_words (
    position bigint   not null,
    personal boolean  not null,
    incident text     not null,
    words    text     not null,
    found    tsvector not null generated always as (to_tsvector('english', words)) stored,
    primary key (position, personal)
);
create index incident_words_incident on control.incident_words (incident);
create index incident_words_found on control.incident_words using gin (found);
create index incident_words_like on control.incident_words using gin (words public.gin_trgm_ops);
