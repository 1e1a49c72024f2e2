-- The texts boundaries and gazetteers were loaded from, each under the hash of its uncompressed bytes, which the
-- record fixes. Never updated; a text nothing refers to does no harm.
create table geography.content (
    sha256 text   primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    packed bytea  not null,
    bytes  bigint not null check (bytes >= 0)
);

-- What is loaded: a projection of geography/reference.*, rebuilt from the record.
create table geography.reference_set (
    kind           text        not null,
    label          text        not null,
    valid_from     date,
    file           text        not null,
    sha256         text        not null,
    content_sha256 text        not null,
    entries        bigint      not null,
    refused        bigint      not null,
    repaired       bigint      not null,
    licence        text        not null,
    loaded_at      timestamptz not null,
    position       bigint      not null,
    primary key (kind, label)
);
