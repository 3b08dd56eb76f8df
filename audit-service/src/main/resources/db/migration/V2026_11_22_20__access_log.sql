-- The access log. An entry is appended once, in one order over all sources, and never changes: only bytes that stay can be proved.
-- The columns from event_id to outcome repeat what the bytes say so that it can be searched; the bytes are the evidence.
-- Wide fixed columns first: a row has no padding then.
create table log_entry (
    -- place in the log, dense from 0; the leaf index of its tree
    entry_index bigint      primary key check (entry_index >= 0),
    -- place at the source: without gap within source and epoch
    sequence    bigint      not null,
    -- time of the access, by the source's clock
    at          timestamptz not null,
    -- time of the append, by this service's clock
    sealed_at   timestamptz not null,
    epoch       integer     not null,
    event_id    uuid        not null,
    access_id   uuid        not null,
    agency      uuid,
    client      uuid,
    home_agency uuid,
    basis_id    uuid,
    source      text        not null,
    operation   text        not null,
    action      text        not null,
    kind        text        not null,
    actor       text        not null,
    parts       text[]      not null,
    purpose     text        not null,
    basis       text,
    outcome     text        not null,
    -- header line and payload, see org.alongside.auditlog.LogEntry
    entry       bytea       not null,
    -- SHA-256(0x00 || entry)
    leaf_hash   bytea       not null check (length(leaf_hash) = 32)
);
-- Pages go backwards by entry_index within one of these.
create index log_entry_client on log_entry (client, entry_index) where client is not null;
create index log_entry_actor on log_entry (actor, entry_index);
create index log_entry_agency on log_entry (agency, entry_index) where agency is not null;
create index log_entry_home_agency on log_entry (home_agency, entry_index) where home_agency is not null;
create index log_entry_access on log_entry (access_id);
create index log_entry_refused on log_entry (outcome, entry_index) where outcome <> 'allowed';
create index log_entry_at on log_entry using brin (at);

-- Holds for the owner of the table too, whom privileges do not bind.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on % refused: the access log is append-only', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger append_only before update or delete or truncate on log_entry
    for each statement execute function refuse_change();

-- Number of entries. An appender holds this row until it commits, so that two instances never interleave.
create table log_head (
    only_row boolean primary key default true check (only_row),
    size     bigint  not null check (size >= 0)
);
insert into log_head (size) values (0);

-- Last sequence appended of each source and epoch.
create table source_position (
    source        text    not null,
    epoch         integer not null,
    last_sequence bigint  not null,
    primary key (source, epoch)
);

-- Sequences of a source that had not arrived when a later one did. The log goes on behind a gap; what is missing stays named here
-- until it arrives, by a replay of the source's outbox.
create table log_gap (
    source        text           not null,
    epoch         integer        not null,
    from_sequence bigint         not null,
    to_sequence   bigint         not null,
    -- of that range, what has still not arrived
    missing       int8multirange not null,
    found_at      timestamptz    not null,
    filled_at     timestamptz,
    primary key (source, epoch, from_sequence),
    check (from_sequence <= to_sequence),
    check (isempty(missing) = (filled_at is not null))
);
create index log_gap_open on log_gap (source, epoch) where filled_at is null;

alter table log_entry enable row level security;
alter table log_entry force row level security;
create policy readers on log_entry for select to ${app}
    using (access_open() and (oversight() or agency = acting_agency() or home_agency = acting_agency()));
create policy appender_reads on log_entry for select to ${system} using (system_job() = 'append');
create policy appender_adds on log_entry for insert to ${system} with check (system_job() = 'append');

-- Nobody is granted update, delete or truncate on the entries, and only the appender may add.
grant select on log_entry to ${app};
grant select, insert on log_entry to ${system};
-- Numbers and names of sources only: no client data.
grant select on log_head, source_position, log_gap to ${app};
grant select, update on log_head to ${system};
grant select, insert, update on source_position, log_gap to ${system};
