-- Keys by which records of one person meet, as blind tokens keyed by home agency: equal ones of one agency are equal, and nothing else can
-- be read off.
create table duplicate_key (
    client_id   uuid  not null references client (id),
    home_agency uuid  not null,
    token       bytea not null,
    primary key (home_agency, token, client_id)
);
create index duplicate_key_client on duplicate_key (client_id);

-- Which clients have keys, of which edition of the rules that make them.
create table duplicate_indexed (
    client_id uuid    primary key references client (id),
    edition   integer not null
);

alter table duplicate_key enable row level security;
alter table duplicate_key force row level security;
alter table duplicate_indexed enable row level security;
alter table duplicate_indexed force row level security;

create policy own on duplicate_key to ${app} using (access_open() and home_agency = acting_agency());
create policy of_own on duplicate_indexed to ${app} using (access_open() and exists (
    select from client c where c.id = client_id and c.home_agency = acting_agency()));
create policy job on duplicate_key to ${system} using (system_job() = 'duplicate-index');
create policy job on duplicate_indexed to ${system} using (system_job() = 'duplicate-index');
create policy duplicates on client for select to ${system} using (system_job() = 'duplicate-index');

grant select, insert, delete on duplicate_key to ${app}, ${system};
grant select, insert, update on duplicate_indexed to ${app}, ${system};
grant select on client to ${system};
