-- Alerts: what the rules found in the access log, and what a privacy officer thought of it. Ids and codes only.
create table alert (
    id           uuid        primary key,
    rule         text        not null,
    severity     text        not null,
    -- a sentence of ids and codes
    explanation  text        not null,
    actor        text        not null,
    agency       uuid        not null,
    client       uuid,
    home_agency  uuid,
    -- indexes in the access log; the first and the last ones when there are many
    entries      bigint[]    not null check (cardinality(entries) between 1 and 50),
    occurrences  integer     not null check (occurrences >= cardinality(entries)),
    -- times of access
    first_seen   timestamptz not null,
    last_seen    timestamptz not null,
    raised_at    timestamptz not null,
    status       text        not null,
    verdict      text,
    ground       text,
    reviewed_by  text,
    reviewed_at  timestamptz,
    -- whether the rules have taken note of the verdict
    learned      boolean     not null default false,
    -- when it was found that nobody had reviewed it in time
    escalated_at timestamptz,
    version      bigint      not null,
    check ((status = 'reviewed') = (verdict is not null) and (verdict is null) = (reviewed_at is null))
);
create index alert_agency on alert (agency, id);
create index alert_home_agency on alert (home_agency, id) where home_agency is not null;
create index alert_client on alert (client, id) where client is not null;
create index alert_actor on alert (actor, id);
-- what a further access may belong to
create index alert_open on alert (actor) where status = 'open';
create index alert_to_learn on alert (id) where status = 'reviewed' and not learned;
create index alert_due on alert (first_seen) where status = 'open' and escalated_at is null;

-- How far the rules have read the log. An evaluation holds the row, so that instances take turns.
create table alert_cursor (
    only_row   boolean primary key default true check (only_row),
    next_index bigint  not null
);
insert into alert_cursor (next_index) values (0);

alter table alert enable row level security;
alter table alert force row level security;
create policy readers on alert for select to ${app}
    using (access_open() and (oversight() or agency = acting_agency() or home_agency = acting_agency()));
create policy reviewers on alert for update to ${app}
    using (access_open() and acting_agency() in (agency, home_agency));
create policy rules on alert to ${system} using (system_job() = 'alert');
create policy rules_read on log_entry for select to ${system} using (system_job() = 'alert');

grant select, update on alert to ${app};
grant select, insert, update on alert to ${system};
grant select, update on alert_cursor to ${system};
