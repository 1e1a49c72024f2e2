-- Where units were. Not part of the record: hundreds come in a second, and they are kept for some weeks only.
-- One partition a day of the service; the program, which owns nothing, asks for the next and gives up the oldest.
create table despatch.unit_fix (
    at             timestamptz not null,
    unit           text        not null collate "C",
    latitude       integer     not null,  -- microdegrees
    longitude      integer     not null,  -- microdegrees
    speed_kmh      smallint,
    heading        smallint,              -- degrees clockwise from north
    source         text        not null
) partition by range (at);

create index unit_fix_of_unit on despatch.unit_fix (unit, at);

create function despatch.add_day(day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    name text := format('unit_fix_%s', to_char(day, 'YYYYMMDD'));
begin
    perform pg_advisory_xact_lock(hashtextextended('despatch.unit_fix', 0));
    if to_regclass('despatch.' || name) is null then
        execute format('create table despatch.%I partition of despatch.unit_fix for values from (%L) to (%L)',
                       name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end if;
end $$;

-- Gives up the days before this one; answers how many.
create function despatch.drop_days_before(day date) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    old record;
    dropped integer := 0;
begin
    perform pg_advisory_xact_lock(hashtextextended('despatch.unit_fix', 0));
    for old in
        select child.relname as name
          from pg_inherits
          join pg_class child on child.oid = inhrelid
         where inhparent = to_regclass('despatch.unit_fix')
           and child.relname < format('unit_fix_%s', to_char(day, 'YYYYMMDD'))
    loop
        execute format('drop table despatch.%I', old.name);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;
