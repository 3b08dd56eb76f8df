-- Clients whose records are hidden from all but named workers. Written in intake-service, a copy elsewhere. Ids and codes only.
create table restricted_client (
    client_id   uuid   primary key,
    home_agency uuid   not null,
    -- token subjects of the workers of the home agency who may see the client; null when the record is open to the agency again: such a
    -- row stays, so that an event from before is known to be one
    workers     text[] check (cardinality(workers) > 0),
    version     bigint not null
);

alter table restricted_client enable row level security;
alter table restricted_client force row level security;
-- every policy below asks it, whoever is acting
create policy known on restricted_client for select to ${app} using (access_open());
create policy jobs on restricted_client to ${system}
    using (system_job() is not null) with check (system_job() is not null);
grant select on restricted_client to ${app};
grant select, insert, update on restricted_client to ${system};

-- Token subject of the caller of the request, a transaction-local setting beside the acting agency; null in system work.
create function acting_worker() returns text language sql stable parallel safe
    return nullif(current_setting('alongside.worker', true), '');

-- What a grant opens to one worker is closed to the rest of the agency in the database too, and nobody makes one out to somebody else.
create policy to_worker on access_grant as restrictive to ${app}
    using (home_agency = acting_agency() or worker is null or worker = acting_worker());

-- A grant of a restricted client opens nothing but to the worker it names, and never by an emergency. Closes every policy that rests on
-- access_grant as well, since these see no other grants.
create policy restricted on access_grant as restrictive to ${app} using (
    (grantee = acting_agency() and worker = acting_worker() and basis <> 'emergency')
    or not exists (
        select from restricted_client r
         where r.client_id = access_grant.client_id and r.workers is not null
           and (r.home_agency = acting_agency() and acting_worker() = any (r.workers)) is not true));

-- Binds a table with rows of clients: every migration that makes one calls it, as owner of the table. Restrictive, so that it holds
-- whatever other policies the table has or gets. Spelled out in each policy, since a function with a subquery is not inlined.
create function hide_restricted(rows regclass, client name default 'client_id') returns void language plpgsql as $$
begin
    execute format($policy$
        create policy restricted on %1$s as restrictive to ${app} using (
            not exists (
                select from restricted_client r
                 where r.client_id = %1$s.%2$I and r.workers is not null
                   and (r.home_agency = acting_agency() and acting_worker() = any (r.workers)) is not true)
            or exists (
                select from access_grant g
                 where g.client_id = %1$s.%2$I and g.grantee = acting_agency() and g.worker = acting_worker()
                   and g.basis <> 'emergency' and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()))
        $policy$, rows, client);
end $$;
