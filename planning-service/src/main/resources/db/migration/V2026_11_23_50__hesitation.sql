-- What keeps a client from a goal or step, and what was changed because of it. Words stand in sealed columns only.
create table hesitation (
    id          uuid primary key,
    case_id     uuid        not null references client_case (id),
    goal_id     uuid        not null references goal (id),
    step_id     uuid        references step (id),
    client_id   uuid        not null,
    home_agency uuid        not null,
    status      text        not null,
    cause       text        not null,
    words       bytea,
    raised_by   text        not null,
    raised_at   timestamptz not null,
    change      text,
    changed     bytea,
    answered_by text,
    answered_at timestamptz,
    version     bigint      not null,
    check ((change is null) = (answered_at is null) and (answered_by is null) = (answered_at is null))
);
create index hesitation_case on hesitation (case_id, id);

alter table hesitation enable row level security;
alter table hesitation force row level security;
-- It stays between client and worker: no grant opens it.
create policy own on hesitation to ${app} using (access_open() and home_agency = acting_agency());
grant select, insert, update on hesitation to ${app};
select hide_restricted('hesitation');
