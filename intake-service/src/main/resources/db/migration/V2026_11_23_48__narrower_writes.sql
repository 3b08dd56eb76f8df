-- The job that makes keys of possible duplicates holds each client, so that no change comes between.
create policy duplicates_held on client for update to ${system} using (system_job() = 'duplicate-index');

-- What is written about a client is written by the agency where the client was taken in: the row's own word for it is not enough.
do $$
declare
    t text;
begin
    foreach t in array array['consent', 'intake', 'assessment', 'household', 'household_link', 'client_version', 'conversation',
        'erasure', 'duplicate_key']
    loop
        execute format('create policy of_own_client on %1$I as restrictive for insert to ${app} with check (exists (
            select from client c where c.id = %1$I.client_id and c.home_agency = acting_agency()))', t);
    end loop;
end $$;

-- Whoever may end something changes its end, and nothing else of it.
revoke update on emergency_access, access_grant from ${app};
grant update (ends_at, ended_by, version) on emergency_access to ${app};
grant update (revoked_at, version) on access_grant to ${app};
