-- Who works in a case beside the primary worker, who kept it before, and who may not come to work in it.
create table case_team (
    case_id uuid not null references client_case (id),
    worker  text not null,
    primary key (case_id, worker)
);
create index case_team_worker on case_team (worker, case_id);
alter table case_team enable row level security;
alter table case_team force row level security;
-- as visible as the case itself, whose own policies decide in the subquery
create policy of_case on case_team to ${app}
    using (access_open() and exists (select from client_case c where c.id = case_team.case_id))
    with check (access_open() and exists (select from client_case c
                                           where c.id = case_team.case_id and c.home_agency = acting_agency()));
grant select, insert, delete on case_team to ${app};

create index client_case_worker on client_case (home_agency, primary_worker, id);

create table case_transfer (
    id             uuid primary key,
    case_id        uuid        not null references client_case (id),
    client_id      uuid        not null,
    home_agency    uuid        not null,
    from_worker    text        not null,
    to_worker      text        not null,
    note_id        uuid        not null references note (id),
    transferred_by text        not null,
    transferred_at timestamptz not null,
    version        bigint      not null
);
create index case_transfer_case on case_transfer (case_id, id);
alter table case_transfer enable row level security;
alter table case_transfer force row level security;
create policy own on case_transfer to ${app} using (access_open() and home_agency = acting_agency());
-- Nobody is granted update or delete.
grant select, insert on case_transfer to ${app};
select hide_restricted('case_transfer');

-- Declarations of conflicts of interest, copied from audit-service. By the agency that the worker belongs to; whose client it is, or
-- whether there is one, is not told.
create table worker_conflict (
    id        uuid primary key,
    agency    uuid    not null,
    worker    text    not null,
    client_id uuid    not null,
    in_force  boolean not null,
    version   bigint  not null
);
create index worker_conflict_worker on worker_conflict (agency, worker, client_id) where in_force;
alter table worker_conflict enable row level security;
alter table worker_conflict force row level security;
create policy own on worker_conflict for select to ${app} using (access_open() and agency = acting_agency());
create policy events on worker_conflict to ${system} using (system_job() = 'inbox');
grant select on worker_conflict to ${app};
grant select, insert, update on worker_conflict to ${system};
select hide_restricted('worker_conflict');
