-- How a case ends, and who asks afterwards how things go. Words stand in sealed columns only.
create table closure (
    id           uuid primary key,
    case_id      uuid   not null references client_case (id),
    client_id    uuid   not null,
    home_agency  uuid   not null,
    status       text   not null,
    reason       text   not null,
    parting      bytea  not null,
    check_in_on  date,
    completed_by text,
    approved_by  text,
    sent_back    bytea,
    closed_at    timestamptz,
    version      bigint not null,
    check ((status = 'completed') = (closed_at is not null)),
    check (status <> 'completed' or check_in_on is not null)
);
create index closure_case on closure (case_id, id);
create unique index closure_open on closure (home_agency, case_id) where status in ('draft', 'awaiting-approval');

create table check_in (
    id          uuid primary key,
    case_id     uuid   not null references client_case (id),
    client_id   uuid   not null,
    home_agency uuid   not null,
    due_on      date   not null,
    status      text   not null,
    result      text,
    words       bytea,
    recorded_by text,
    recorded_at timestamptz,
    version     bigint not null,
    check ((result is null) = (recorded_at is null))
);
create index check_in_case on check_in (case_id, id);
create index check_in_planned on check_in (home_agency, due_on) where status = 'planned';

-- They stay between the client and the home agency: no grant opens them.
do $$
declare
    t text;
begin
    foreach t in array array ['closure', 'check_in'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own on %I to ${app} using (access_open() and home_agency = acting_agency())', t);
        execute format('grant select, insert, update on %I to ${app}', t);
        perform hide_restricted(t);
    end loop;
end $$;
