-- Assessments: what was said stands only in sealed columns (bytea, under the client's own key), what it came to is codes.
create table assessment (
    id                 uuid primary key,
    client_id          uuid        not null references client (id),
    home_agency        uuid        not null,
    instrument         text        not null,
    instrument_version text        not null,
    status             text        not null,
    answered_by        text        not null,
    answers            bytea       not null,
    client_words       bytea,
    strengths          bytea,
    worker_observation bytea,
    worker             text        not null,
    started_at         timestamptz not null,
    changed_at         timestamptz not null,
    completed_at       timestamptz,
    version            bigint      not null
);
create index assessment_client on assessment (client_id, id);

create table need (
    id             uuid    primary key,
    assessment_id  uuid    not null references assessment (id),
    client_id      uuid    not null,
    home_agency    uuid    not null,
    category       text    not null,
    severity       integer not null check (severity between 0 and 3),
    urgency        text    not null,
    -- place in the client's order; null where the client gave none
    priority       integer check (priority > 0),
    client_agrees  boolean not null,
    source_answers text[]  not null,
    unique (assessment_id, category)
);

alter table assessment enable row level security;
alter table assessment force row level security;
alter table need enable row level security;
alter table need force row level security;

-- Seen by the home agency and by holders of a live grant, written by the home agency alone.
create policy visible on assessment for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = assessment.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
create policy started on assessment for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy changed on assessment for update to ${app}
    using (access_open() and home_agency = acting_agency());

create policy visible on need for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = need.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
create policy coded on need for insert to ${app}
    with check (access_open() and home_agency = acting_agency());

create policy jobs on assessment for select to ${system} using (system_job() is not null);
create policy jobs on need for select to ${system} using (system_job() is not null);

grant select, insert, update on assessment to ${app};
grant select, insert on need to ${app};
grant select on assessment, need to ${system};
