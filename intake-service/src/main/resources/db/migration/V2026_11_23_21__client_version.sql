-- Every version of a client's record as it was kept: the same sealed bytes, under the client's own key. What a version changed is told
-- by names of members, never by values.
create table client_version (
    id          uuid primary key,
    client_id   uuid        not null references client (id),
    home_agency uuid        not null,
    version     bigint      not null,
    at          timestamptz not null,
    action      text        not null,
    changed     text[]      not null,
    actor       text,
    actor_kind  text,
    agency      uuid,
    identity    bytea       not null,
    contact     bytea,
    unique (client_id, version),
    constraint somebody_did_it check (action = 'carried-over' or actor is not null and actor_kind is not null)
);

alter table client no force row level security;
-- Who made the versions before is not known here; the access log knows it.
insert into client_version (id, client_id, home_agency, version, at, action, changed, identity, contact)
select gen_random_uuid(), id, home_agency, version, changed_at, 'carried-over', '{}', identity, contact from client;
alter table client force row level security;

alter table client_version enable row level security;
alter table client_version force row level security;

-- The home agency's alone: a grant opens what is so, not what was. Appended, never changed.
create policy visible on client_version for select to ${app}
    using (access_open() and home_agency = acting_agency());
create policy kept on client_version for insert to ${app}
    with check (access_open() and home_agency = acting_agency());

grant select, insert on client_version to ${app};
