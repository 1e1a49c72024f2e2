-- Seals on the two logs ('journal' and 'looking'): full tiles of the Merkle tree and signed checkpoints.
-- Nothing here is ever changed; formats are settled in docs/decisions/0003-one-merkle-tree.md.

create table journal.tile (
    log    text   not null collate "C" check (log in ('journal', 'looking')),
    level  int    not null check (level between 0 and 6),
    index  bigint not null check (index >= 0),
    hashes bytea  not null check (octet_length(hashes) = 8192),
    primary key (log, level, index)
);
-- Hashes do not get smaller by packing them.
alter table journal.tile alter column hashes set storage external;

create table journal.checkpoint (
    log       text        not null collate "C" check (log in ('journal', 'looking')),
    size      bigint      not null check (size > 0),
    root      bytea       not null check (octet_length(root) = 32),
    note      text        not null,
    sealed_at timestamptz not null,
    primary key (log, size)
);

create trigger tile_is_final before update or delete on journal.tile
    for each row execute function journal.refuse_change();
create trigger tile_is_not_emptied before truncate on journal.tile
    for each statement execute function journal.refuse_change();
create trigger checkpoint_is_final before update or delete on journal.checkpoint
    for each row execute function journal.refuse_change();
create trigger checkpoint_is_not_emptied before truncate on journal.checkpoint
    for each statement execute function journal.refuse_change();

revoke update, delete, truncate on journal.tile, journal.checkpoint from bluelamp_writer;
