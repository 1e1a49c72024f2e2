-- Projections of the record: officers and staff, ranks, posts, line of command, command units.
create table people.person (
    person    text primary key,
    name      text not null,
    service   text not null,
    joined_on date not null,
    last_day  date
);
create table people.person_rank (
    person   text not null references people.person on delete cascade,
    rank     text not null,
    from_day date not null,
    position bigint not null,
    primary key (person, position)
);
create table people.post (
    person   text not null references people.person on delete cascade,
    post     int  not null,
    role     text not null,
    unit     text not null,
    borough  text,
    from_day date not null,
    last_day date,
    primary key (person, post)
);
create index post_role on people.post (role);
create table people.line (
    person     text   not null references people.person on delete cascade,
    answers_to text   not null,
    from_day   date   not null,
    position   bigint not null,
    primary key (person, position)
);

-- Not of the record: what sign-in needs. Passwords and tokens are kept as hashes only.
create table people.person_number (
    only_row boolean primary key default true check (only_row),
    last     int not null
);
insert into people.person_number (last) values (0);
create table people.account (
    person        text primary key,
    sign_in_name  text not null unique,
    password_hash text not null,
    must_change   boolean not null,
    set_at        timestamptz not null
);
create table people.attempt (
    key          text primary key,
    failures     int not null,
    since        timestamptz not null,
    locked_until timestamptz
);
create table people.token (
    hash       text primary key,
    person     text not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
-- Every refusal (401, 403): one line, no personal data. The route is the declared pattern, never the address asked for.
create table people.security_log (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    what   text not null,
    status int not null,
    method text not null,
    route  text not null,
    actor  text,
    role   text
);
create index security_log_at on people.security_log (at);
