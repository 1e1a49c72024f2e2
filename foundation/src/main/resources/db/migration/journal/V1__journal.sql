-- The record. Nobody updates or deletes an entry: the running program has only insert and select, and triggers
-- refuse everybody, the owner too. Formats are settled in docs/decisions/0002-the-journal.md.

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The record (%.%) is never changed: % refused.', tg_table_schema, tg_table_name, tg_op;
end $$;

create table journal.entry (
    position           bigint      not null,
    stream             text        not null collate "C",
    version            bigint      not null,
    type               text        not null collate "C",
    body_version       int         not null,
    service            text        not null collate "C",
    actor              text        not null collate "C",
    role               text        not null collate "C",
    entered_by         text        not null collate "C",
    how                text        not null collate "C",
    desk               text,
    happened_at        timestamptz not null,
    happened_precision text        not null collate "C",
    happened_source    text        not null,
    recorded_at        timestamptz not null,
    caused_by          bigint[]    not null,
    request_key        text,
    policies           text        not null,
    facts              bytea       not null,
    facts_salt         bytea       not null,
    personal_hash      bytea,
    primary key (position)
) partition by range (position);

create index entry_of_stream on journal.entry (stream, version);
create trigger entry_is_final before update or delete on journal.entry
    for each row execute function journal.refuse_change();
create trigger entry_is_not_emptied before truncate on journal.entry
    for each statement execute function journal.refuse_change();

-- Partitions of ten million positions. The program, which owns nothing, asks for the next one in good time.
create function journal.add_partition(first_position bigint) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    entries_per_partition constant bigint := 10000000;
    first bigint := (first_position / entries_per_partition) * entries_per_partition;
    name text := format('entry_%s', lpad((first / entries_per_partition)::text, 4, '0'));
begin
    if to_regclass('journal.' || name) is not null then
        return;
    end if;
    execute format('create table journal.%I partition of journal.entry for values from (%s) to (%s)',
                   name, first, first + entries_per_partition);
    execute format('create trigger entry_is_not_emptied before truncate on journal.%I
                    for each statement execute function journal.refuse_change()', name);
end $$;
select journal.add_partition(0);
select journal.add_partition(10000000);

create table journal.stream_head (
    stream  text   not null collate "C" primary key,
    version bigint not null
);

-- Personal parts lie apart, so that withholding can destroy them; only a part that a withholding names can go.
create table journal.personal (
    position bigint not null primary key,
    body     bytea  not null,
    salt     bytea  not null
);
create table journal.withheld (
    position bigint not null primary key,
    by_entry bigint not null
);
create function journal.refuse_unless_withheld() returns trigger language plpgsql as $$
begin
    if exists (select from journal.withheld w where w.position = old.position) then
        return old;
    end if;
    raise exception 'The personal part of entry % goes only by a recorded withholding.', old.position;
end $$;
create trigger personal_is_final before update on journal.personal
    for each row execute function journal.refuse_change();
create trigger personal_goes_by_withholding before delete on journal.personal
    for each row execute function journal.refuse_unless_withheld();
create trigger personal_is_not_emptied before truncate on journal.personal
    for each statement execute function journal.refuse_change();
create trigger withheld_is_final before update or delete on journal.withheld
    for each row execute function journal.refuse_change();
create trigger withheld_is_not_emptied before truncate on journal.withheld
    for each statement execute function journal.refuse_change();

create table journal.request (
    actor        text        not null collate "C",
    key          text        not null collate "C",
    request_hash bytea       not null,
    answer       text        not null,
    recorded_at  timestamptz not null,
    primary key (actor, key)
);

create table journal.deadline (
    stream text        not null collate "C",
    name   text        not null collate "C",
    due_at timestamptz not null,
    set_by bigint      not null,
    primary key (stream, name)
);
create index deadline_due on journal.deadline (due_at);

create table journal.follower (
    name         text   not null primary key,
    position     bigint not null,
    installed_at bigint not null
);
create table journal.parked (
    follower  text        not null,
    stream    text        not null collate "C",
    position  bigint      not null,
    reason    text        not null,
    holder    text        not null,
    parked_at timestamptz not null,
    primary key (follower, position)
);
create index parked_stream on journal.parked (follower, stream);

create table journal.outbox (
    dedupe_key  text        not null primary key,
    channel     text        not null,
    body        text        not null,
    queued_at   timestamptz not null,
    attempts    int         not null default 0,
    next_try_at timestamptz not null,
    sent_at     timestamptz
);
create index outbox_waiting on journal.outbox (next_try_at) where sent_at is null;

-- The looking-log: its own sealed log beside the journal.
create table journal.look (
    position   bigint      not null primary key,
    looked_at  timestamptz not null,
    actor      text        not null collate "C",
    role       text        not null collate "C",
    kind       text        not null collate "C",
    route      text        not null,
    shown      text        not null,
    reason     text
);
create index look_by_actor on journal.look (actor, position);
create trigger look_is_final before update or delete on journal.look
    for each row execute function journal.refuse_change();
create trigger look_is_not_emptied before truncate on journal.look
    for each statement execute function journal.refuse_change();

revoke update, delete, truncate on journal.entry, journal.look, journal.withheld from bluelamp_writer;
revoke update, truncate on journal.personal from bluelamp_writer;
