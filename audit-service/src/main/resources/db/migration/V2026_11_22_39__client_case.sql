-- The cases of planning-service, as far as the rules need them.
create table client_case (
    case_id     uuid        primary key,
    client_id   uuid        not null,
    home_agency uuid        not null,
    status      text        not null,
    -- since when it has been closed; null while it is not
    closed_at   timestamptz,
    version     bigint      not null,
    check ((status = 'closed') = (closed_at is not null))
);
create index client_case_client on client_case (client_id);

alter table client_case enable row level security;
alter table client_case force row level security;
create policy facts on client_case to ${system} using (system_job() = 'inbox');
create policy rules on client_case for select to ${system} using (system_job() = 'alert');
grant select, insert, update on client_case to ${system};
