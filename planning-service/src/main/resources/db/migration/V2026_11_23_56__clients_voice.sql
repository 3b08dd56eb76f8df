-- What clients say of the relationship: feedback, complaints, the wish for another worker. Words and ratings stand in sealed columns.
create table feedback (
    id             uuid primary key,
    case_id        uuid    not null references client_case (id),
    client_id      uuid    not null,
    home_agency    uuid    not null,
    opinion        bytea   not null,
    worker_may_see boolean not null,
    given_on       date    not null,
    recorded_by    text    not null,
    version        bigint  not null
);
create index feedback_case on feedback (case_id, id);

create table complaint (
    id          uuid primary key,
    case_id     uuid        not null references client_case (id),
    client_id   uuid        not null,
    home_agency uuid        not null,
    status      text        not null,
    about       text[]      not null,
    words       bytea       not null,
    recorded_by text        not null,
    received_at timestamptz not null,
    answer      bytea,
    answered_by text,
    answered_at timestamptz,
    version     bigint      not null,
    check ((status = 'answered') = (answered_at is not null))
);
create index complaint_case on complaint (case_id, id);
create index complaint_open on complaint (home_agency, id) where status in ('received', 'under-review');

create table worker_request (
    id           uuid primary key,
    case_id      uuid        not null references client_case (id),
    client_id    uuid        not null,
    home_agency  uuid        not null,
    status       text        not null,
    instead_of   text        not null,
    client_words bytea,
    recorded_by  text        not null,
    requested_at timestamptz not null,
    words        bytea,
    decided_by   text,
    decided_at   timestamptz,
    version      bigint      not null,
    check ((status = 'requested') = (decided_at is null))
);
create index worker_request_case on worker_request (case_id, id);

-- They stay between the client and the home agency: no grant opens them.
do $$
declare
    t text;
begin
    foreach t in array array ['feedback', 'complaint', 'worker_request'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own on %I to ${app} using (access_open() and home_agency = acting_agency())', t);
        perform hide_restricted(t);
    end loop;
end $$;
-- Whom they are about never sees them, whatever that worker's roles. Restrictive: no other policy can open them again.
create policy never_about on complaint as restrictive to ${app} using (not acting_worker() = any (about));
create policy never_about on worker_request as restrictive to ${app} using (acting_worker() <> instead_of);
-- What was said stays: nobody is granted update or delete.
grant select, insert on feedback to ${app};
grant select, insert, update on complaint, worker_request to ${app};
