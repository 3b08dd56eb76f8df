-- Which records were taken for those of one person, by whom and from when to when; undone ones stay. What holds now stands in
-- merged_client. Rows of either client never change by it.
create table client_merge (
    id          uuid primary key,
    -- the record that goes on in the other one
    client_id   uuid        not null references client (id),
    survivor_id uuid        not null references client (id) check (survivor_id <> client_id),
    home_agency uuid        not null,
    merged_by   text        not null,
    merged_at   timestamptz not null,
    undone_by   text,
    undone_at   timestamptz,
    version     bigint      not null,
    check ((undone_by is null) = (undone_at is null))
);
create unique index client_merge_standing on client_merge (client_id) where undone_at is null;
create index client_merge_client on client_merge (client_id, id);
create index client_merge_survivor on client_merge (survivor_id, id);

alter table client_merge enable row level security;
alter table client_merge force row level security;
-- Both are of the acting agency: what nobody merges stays apart, whoever knows the other's id.
create policy own on client_merge to ${app} using (access_open() and home_agency = acting_agency())
    with check (access_open() and home_agency = acting_agency()
        and 2 = (select count(*) from client c where c.id in (client_id, survivor_id) and c.home_agency = acting_agency()));
grant select, insert, update on client_merge to ${app};

create policy merged on merged_client for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy changed on merged_client for update to ${app}
    using (access_open() and home_agency = acting_agency());
grant insert, update on merged_client to ${app};

-- Hidden with either of its clients: it says something of both.
select hide_restricted('client_merge');
create policy survivor_restricted on client_merge as restrictive to ${app} using (not exists (
    select from restricted_client r
     where r.client_id = client_merge.survivor_id and r.workers is not null
       and (r.home_agency = acting_agency() and acting_worker() = any (r.workers)) is not true));
