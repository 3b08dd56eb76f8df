-- The plan of a client. Words of client and worker stand only in sealed columns (bytea, under the client's own key); what is
-- plain are ids, codes and dates.
create table client_case (
    id             uuid primary key,
    -- opened by the inbox alone: no caller can learn of a hidden row by a violation
    intake_id      uuid        not null unique,
    client_id      uuid        not null,
    home_agency    uuid        not null,
    status         text        not null,
    phase          text        not null,
    primary_worker text        not null,
    opened_at      timestamptz not null,
    version        bigint      not null
);
create index client_case_home_agency on client_case (home_agency, id);
create index client_case_client on client_case (client_id, id);

-- Coded needs, copied from the assessments of intake-service.
create table need (
    id            uuid primary key,
    assessment_id uuid    not null,
    client_id     uuid    not null,
    home_agency   uuid    not null,
    category      text    not null,
    severity      integer not null,
    urgency       text    not null,
    priority      integer,
    version       bigint  not null
);
create index need_client on need (client_id, id);

-- The last known state of each referral, copied from referral-service.
create table referral_state (
    id              uuid primary key,
    client_id       uuid    not null,
    home_agency     uuid    not null,
    need_id         uuid,
    category        text    not null,
    status          text    not null,
    reason          text,
    provider_result text,
    client_result   text,
    loop_closed     boolean not null,
    version         bigint  not null
);
create index referral_state_client on referral_state (client_id, id);

create table agreement (
    id               uuid primary key,
    case_id          uuid    not null references client_case (id),
    client_id        uuid    not null,
    home_agency      uuid    not null,
    number           integer not null,
    status           text    not null,
    terms            bytea   not null,
    starts_on        date    not null,
    review_on        date[]  not null,
    planned_end_on   date    not null,
    client_agreed_at timestamptz,
    client_manner    text,
    worker_agreed_at timestamptz,
    worker_manner    text,
    worker           text,
    version          bigint  not null,
    unique (home_agency, case_id, number)
);
create unique index agreement_in_force on agreement (home_agency, case_id) where status = 'agreed';

create table goal (
    id               uuid primary key,
    case_id          uuid    not null references client_case (id),
    client_id        uuid    not null,
    home_agency      uuid    not null,
    need_id          uuid    not null references need (id),
    status           text    not null,
    words            bytea   not null,
    weight           integer not null,
    client_agreed_at timestamptz,
    client_manner    text,
    drop_reason      bytea,
    version          bigint  not null
);
create index goal_case on goal (case_id, id);

create table step (
    id           uuid primary key,
    goal_id      uuid   not null references goal (id),
    case_id      uuid   not null references client_case (id),
    client_id    uuid   not null,
    home_agency  uuid   not null,
    owner        text   not null,
    status       text   not null,
    words        bytea  not null,
    due_on       date   not null,
    referral_id  uuid,
    reason       bytea,
    blocked_by   text,
    version      bigint not null
);
create index step_case on step (case_id, id);
create index step_referral on step (referral_id) where referral_id is not null;

-- Every table here: read by the home agency and by the grantees of the client, by the clock of the database and not the
-- application's, since the two checks share nothing. Spelled out in each policy: a function with a subquery is not inlined.
do $$
declare
    t text;
begin
    foreach t in array array ['client_case', 'need', 'referral_state', 'agreement', 'goal', 'step'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy visible on %1$I for select to ${app}
            using (access_open() and (home_agency = acting_agency() or exists (
                select 1 from access_grant g
                 where g.client_id = %1$I.client_id and g.grantee = acting_agency() and g.revoked_at is null
                   and g.valid_from <= now() and g.valid_until > now())))', t);
    end loop;
    foreach t in array array ['client_case', 'agreement', 'goal', 'step'] loop
        execute format('create policy changed on %I for update to ${app}
            using (access_open() and home_agency = acting_agency())', t);
    end loop;
    foreach t in array array ['agreement', 'goal', 'step'] loop
        execute format('create policy written on %I for insert to ${app}
            with check (access_open() and home_agency = acting_agency())', t);
    end loop;
    -- What the events of other services write.
    foreach t in array array ['client_case', 'need', 'referral_state', 'step'] loop
        execute format('create policy events on %I to ${system} using (system_job() = ''inbox'')', t);
    end loop;
end $$;

grant select, update on client_case to ${app};
grant select on need, referral_state to ${app};
grant select, insert, update on agreement, goal, step to ${app};
grant select, insert on client_case, need to ${system};
grant select, insert, update on referral_state to ${system};
grant select, update on step to ${system};
