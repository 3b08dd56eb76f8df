-- The tree over the entries (RFC 6962), as the library org.alongside.auditlog grows it. Entries, tiles and state of a batch are
-- committed together under the lock of log_head, so that no two instances ever grow it in two ways.

-- State of the tree: how many entries are sealed and the roots of its full subtrees. Eight zero bytes are the empty tree: entries stored
-- before this migration are sealed by the service in the order of their index before any new one is.
alter table log_head add column tree bytea not null default decode('0000000000000000', 'hex');

-- Tiles of hashes in the layout of C2SP tlog-tiles. A tile grows at its end until it is full, so one row serves all its widths.
create table log_tile (
    level      smallint not null check (level between 0 and 63),
    tile_index bigint   not null check (tile_index >= 0),
    width      smallint not null check (width between 1 and 256),
    bytes      bytea    not null,
    primary key (level, tile_index),
    check (length(bytes) = 32 * width)
);
-- Hashes do not compress.
alter table log_tile alter column bytes set storage external;

-- What the log said of itself: signed notes, C2SP tlog-checkpoint. Never changed: a second note of the same size would be a fork. Old ones
-- are thinned out; any size can be proved consistent with any other from the tiles.
create table log_checkpoint (
    size      bigint      primary key check (size >= 0),
    note      text        not null,
    signed_at timestamptz not null
);
create trigger append_only before update or truncate on log_checkpoint
    for each statement execute function refuse_change();

-- Hashes and sizes only: no client data. Whoever knows a hash learns nothing of its entry, which holds random ids.
grant select on log_tile, log_checkpoint to ${app};
grant select, insert, update on log_tile to ${system};
grant select, insert, delete on log_checkpoint to ${system};
