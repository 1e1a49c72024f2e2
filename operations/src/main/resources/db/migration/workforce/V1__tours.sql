-- Tours as they stand: a projection of the record.
create table workforce.tour (
    tour         text primary key,
    day          date not null,
    callsign     text not null,
    kind         text not null,
    borough      text,
    command_unit text not null,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    vehicle      text,
    equipment    text not null,
    crew         text not null,
    stage        text not null,
    on_at        timestamptz,
    off_at       timestamptz
);
create index tour_day on workforce.tour (day, from_at);
create index tour_on on workforce.tour (callsign) where stage = 'ON';
create index tour_on_at on workforce.tour (on_at, off_at);
