-- Emergency accesses: who opened whose record without consent, and why. The words stand in a sealed column.
create table emergency_access (
    id          uuid primary key,
    client_id   uuid        not null references client (id),
    home_agency uuid        not null,
    agency      uuid        not null check (agency <> home_agency),
    -- token subject
    worker      text        not null,
    reason_code text        not null,
    reason      bytea       not null,
    parts       text[]      not null,
    opened_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at <= opened_at + interval '1 hour'),
    ended_by    text,
    version     bigint      not null
);
create index emergency_access_client on emergency_access (client_id, id);
create index emergency_access_worker on emergency_access (worker, opened_at);

alter table emergency_access enable row level security;
alter table emergency_access force row level security;

-- The one client whom a request for emergency access names: the request may see that there is such a client, and whose.
create function emergency_client() returns uuid language sql stable parallel safe
    return nullif(current_setting('alongside.emergency_client', true), '')::uuid;

create policy visible on emergency_access for select to ${app}
    using (access_open() and acting_agency() in (home_agency, agency));
create policy opened on emergency_access for insert to ${app}
    with check (access_open() and agency = acting_agency() and client_id = emergency_client());
create policy ended on emergency_access for update to ${app}
    using (access_open() and acting_agency() in (home_agency, agency));
grant select, insert, update on emergency_access to ${app};

create policy named_in_an_emergency on client for select to ${app}
    using (access_open() and id = emergency_client());

-- Apart from the home agency, an agency opens a record to itself alone, for an emergency, for an hour.
create policy emergency_opened on access_grant for insert to ${app}
    with check (access_open() and basis = 'emergency' and grantee = acting_agency() and client_id = emergency_client()
                and purposes = '{ETREAT}' and worker is not null and valid_until <= now() + interval '61 minutes');
create policy emergency_ended on access_grant for update to ${app}
    using (access_open() and basis = 'emergency' and grantee = acting_agency())
    with check (access_open() and basis = 'emergency' and grantee = acting_agency() and revoked_at is not null);
