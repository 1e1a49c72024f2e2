-- Who had a screen open when, by the machine's clock; not journalled.
-- The row `service` says when a program last served.
create table desks.seen (
    person  text        primary key,
    seen_at timestamptz not null
);
