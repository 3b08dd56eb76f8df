-- That a client's record was hidden, why, by whom and from whom; ended ones stay. Who may see the client now stands in restricted_client.
create table restriction (
    id            uuid primary key,
    client_id     uuid        not null references client (id),
    home_agency   uuid        not null,
    reason_code   text,
    reason        bytea,
    workers       text[]      not null check (cardinality(workers) > 0),
    -- grants to whole agencies that were live when it began, and open nothing while it lasts
    closed_grants uuid[]      not null,
    restricted_by text        not null,
    restricted_at timestamptz not null,
    lifted_by     text,
    lifted_at     timestamptz,
    version       bigint      not null,
    check ((lifted_by is null) = (lifted_at is null))
);
create unique index restriction_in_force on restriction (client_id) where lifted_at is null;
create index restriction_home_agency on restriction (home_agency, id) where lifted_at is null;

alter table restriction enable row level security;
alter table restriction force row level security;
-- not hidden itself: somebody has to name another worker when the only one named is gone
create policy own on restriction to ${app} using (access_open() and home_agency = acting_agency());
grant select, insert, update on restriction to ${app};

create policy restricted on restricted_client for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy changed on restricted_client for update to ${app}
    using (access_open() and home_agency = acting_agency());
grant insert, update on restricted_client to ${app};

select hide_restricted('client', 'id');
select hide_restricted('client_token');
select hide_restricted('client_version');
select hide_restricted('consent');
select hide_restricted('intake');
select hide_restricted('assessment');
select hide_restricted('need');
select hide_restricted('household');
select hide_restricted('household_link');
select hide_restricted('duplicate_key');
select hide_restricted('duplicate_indexed');
select hide_restricted('emergency_access');

-- A household is hidden with either of its clients: each link says something of both.
create policy member_restricted on household_link as restrictive to ${app} using (not exists (
    select from restricted_client r
     where r.client_id = household_link.member_client_id and r.workers is not null
       and (r.home_agency = acting_agency() and acting_worker() = any (r.workers)) is not true));
