-- What verifiers outside reported of the log. The service cannot tell whether they looked: it keeps who says so.
create table log_verification (
    id              uuid        primary key,
    verdict         text        not null,
    -- entries read
    size            bigint      not null,
    -- of the newest checkpoint that was right and is one of this log
    checkpoint_size bigint,
    findings        bigint      not null,
    -- of the first finding
    finding_kind    text,
    finding_entry   bigint,
    finished_at     timestamptz not null,
    verifier        text        not null,
    reported_by     text        not null,
    by_auditor      boolean     not null,
    reported_at     timestamptz not null,
    check (verdict = 'touched' and findings > 0 or verdict = 'sound' and findings = 0 and checkpoint_size is not null)
);
create index log_verification_newest on log_verification (reported_at);
create index log_verification_touched on log_verification (reported_at) where verdict = 'touched';
create trigger append_only before update or delete or truncate on log_verification
    for each statement execute function refuse_change();

grant select, insert on log_verification to ${app};
