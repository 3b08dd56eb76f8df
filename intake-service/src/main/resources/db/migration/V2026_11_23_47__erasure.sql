-- Erasures of clients: who asked for it and why, when it is due, and which services have confirmed it. The words are sealed under the
-- client's own key, and so go with it.
create table erasure (
    id           uuid primary key,
    client_id    uuid        not null references client (id),
    home_agency  uuid        not null,
    status       text        not null,
    reason       text        not null,
    words        bytea,
    requested_by text        not null,
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    cancelled_by text,
    cancelled_at timestamptz,
    destroyed_at timestamptz,
    completed_at timestamptz,
    version      bigint      not null
);
-- One at a time, and none after the last.
create unique index erasure_of_client on erasure (home_agency, client_id) where status <> 'cancelled';
create index erasure_due on erasure (due_at) where status = 'requested';

create table erasure_confirmation (
    erasure_id   uuid        not null references erasure (id),
    service      text        not null,
    confirmed_at timestamptz not null,
    primary key (erasure_id, service)
);

alter table erasure enable row level security;
alter table erasure force row level security;
alter table erasure_confirmation enable row level security;
alter table erasure_confirmation force row level security;

create policy own on erasure to ${app} using (access_open() and home_agency = acting_agency());
create policy of_own on erasure_confirmation for select to ${app}
    using (access_open() and exists (select from erasure e where e.id = erasure_id));
select hide_restricted('erasure');

create policy jobs on erasure to ${system} using (system_job() in ('erasure', 'inbox'));
create policy jobs on erasure_confirmation to ${system} using (system_job() in ('erasure', 'inbox'));

grant select, insert, update on erasure to ${app};
grant select on erasure_confirmation to ${app};
grant select, update on erasure to ${system};
grant select, insert, update, delete on erasure_confirmation to ${system};

-- What the job ends and removes.
create policy erasure on client to ${system} using (system_job() = 'erasure');
create policy erasure on consent to ${system} using (system_job() = 'erasure');
create policy erasure on client_token to ${system} using (system_job() = 'erasure');
create policy erasure on duplicate_key to ${system} using (system_job() = 'erasure');
create policy erasure on duplicate_indexed to ${system} using (system_job() = 'erasure');
grant select, update on client to ${system};
grant select, delete on client_token to ${system};
