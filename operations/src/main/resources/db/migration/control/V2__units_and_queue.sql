-- An incident's course: where it stands in the one queue, the units committed to it, what is known of its end.
alter table control.incident_board drop constraint incident_board_stage_check;
update control.incident_board set stage = 'WAITING' where stage = 'OPEN';
alter table control.incident_board
    add constraint incident_board_stage_check
        check (stage in ('WAITING', 'ASSIGNED', 'ATTENDED', 'RESULTED', 'CLOSED')),
    add column rank          text    not null default '',
    add column latitude      integer,
    add column longitude     integer,
    add column near          text[]  not null default '{}',
    add column risks         text[]  not null default '{}',
    add column callers       integer not null default 1,
    -- Each unit committed, in the order sent: its tour, a space, its status.
    add column units         text[]  not null default '{}',
    add column needs_unit    boolean not null default true,
    add column diverted_at   timestamptz,
    add column desk          text,
    add column same_as       text,
    add column coded         boolean not null default false,
    add column regrade_asked boolean not null default false;
drop index control.incident_board_open;
create index incident_board_queue on control.incident_board (rank) where stage <> 'CLOSED';

-- The units on duty. A unit is on one incident at most.
create table control.unit_board (
    unit       text        primary key,
    callsign   text        not null,
    kind       text        not null,
    borough    text,
    crew       text[]      not null,
    skills     text[]      not null,
    status     text        not null,
    incident   text,
    since      timestamptz not null,
    until      timestamptz not null
);
create index unit_board_callsign on control.unit_board (callsign);
create index unit_board_incident on control.unit_board (incident) where incident is not null;
