-- Workers' declarations that they stand close to a client outside work. Nothing here says whether there is a client of that id.
create table conflict_declaration (
    id           uuid        primary key,
    agency       uuid        not null,
    worker       text        not null,
    client       uuid        not null,
    relation     text        not null,
    declared_by  text        not null,
    declared_at  timestamptz not null,
    withdrawn_at timestamptz,
    version      bigint      not null
);
-- one at a time of each kind; the agency is part of the key, so that no other agency's row shows through a violation
create unique index conflict_declaration_once on conflict_declaration (agency, worker, client, relation)
    where withdrawn_at is null;
create index conflict_declaration_client on conflict_declaration (client);

alter table conflict_declaration enable row level security;
alter table conflict_declaration force row level security;
create policy own_agency on conflict_declaration to ${app}
    using (access_open() and agency = acting_agency());
create policy rules on conflict_declaration for select to ${system} using (system_job() = 'alert');
grant select, insert, update on conflict_declaration to ${app};
grant select on conflict_declaration to ${system};
