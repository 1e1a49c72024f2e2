-- What members of the public are looked up by. Holds personal words, which are deleted when they are withheld or
-- withdrawn; the record is the truth.
create table persons.identity_link (
    member   text   not null,
    link     integer not null,
    kind     text   not null,
    normal   text   not null,
    borough  text,
    position bigint not null,
    primary key (member, link)
);
create index identity_link_normal on persons.identity_link (kind, normal);
create index identity_link_like on persons.identity_link using gin (normal public.gin_trgm_ops) where kind = 'NAME';
create index identity_link_position on persons.identity_link (position);

-- Warnings that were not withdrawn, by what they are about. Deleted when their words are withheld.
create table persons.warning (
    warning  text        primary key,
    about    text        not null,
    member   text,
    normal   text,
    borough  text,
    set_at   timestamptz not null,
    until    timestamptz not null,
    position bigint      not null
);
create index warning_member on persons.warning (member) where member is not null;
create index warning_normal on persons.warning (about, normal) where normal is not null;
create index warning_position on persons.warning (position);
