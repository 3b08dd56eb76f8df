-- Signatures of witnesses under the log's checkpoints (C2SP tlog-cosignature), as they brought them. Only what a known witness signed
-- comes in here; the first signature of a witness under a checkpoint stays.
create table log_cosignature (
    size        bigint      not null references log_checkpoint,
    witness     text        not null,
    -- line of a signed note
    signature   text        not null,
    received_at timestamptz not null,
    primary key (size, witness)
);
create trigger append_only before update or delete or truncate on log_cosignature
    for each statement execute function refuse_change();

grant select, insert on log_cosignature to ${app};
grant select on log_cosignature to ${system};
