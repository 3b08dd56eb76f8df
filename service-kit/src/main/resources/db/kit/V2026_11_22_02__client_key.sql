-- The data key of each client in this service, wrapped by a key that lies outside the database. Rows are never deleted: a row
-- without a wrapped key says that the client was erased, and keeps a late event from starting a new one.
create table client_key (
    client_id    uuid        primary key,
    kek_id       bigint,
    wrapped      bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (kek_id is null) and (wrapped is null) = (destroyed_at is not null))
);

alter table client_key enable row level security;
alter table client_key force row level security;

-- No access context, no key: whatever else were forgotten, nothing could be opened.
create policy client_key_app on client_key to ${app} using (access_open()) with check (access_open());
create policy client_key_system on client_key to ${system}
    using (system_job() is not null) with check (system_job() is not null);

grant select, insert on client_key to ${app};
grant select, insert, update on client_key to ${system};
