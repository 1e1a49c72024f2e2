-- Every loaded version of every policy: a projection of the record, rebuilt from it at any time.
create table policy.version (
    name          text        not null,
    version       int         not null,
    in_force_from date        not null,
    until         date,
    scope         text        not null,
    sha256        text        not null,
    text          text        not null,
    loaded_by     text        not null,
    loaded_at     timestamptz not null,
    position      bigint      not null unique,
    primary key (name, version)
);
