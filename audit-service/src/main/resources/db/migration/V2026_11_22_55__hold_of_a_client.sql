-- Of a client of its own an agency holds every access. An entry of one that was refused names no home agency, and a refused attempt of
-- another agency's worker is what a hold may be about; so it is asked once whether the client is the agency's.
create or replace function is_held(partition text) returns boolean language plpgsql as $$
declare
    hold legal_hold;
    found boolean;
    bound boolean;
begin
    for hold in select * from legal_hold where released_at is null loop
        bound := not hold.every_agency and not exists (
            select from log_entry e where e.client = hold.client and e.home_agency = hold.agency);
        -- only what it names, so that an index serves
        execute format('select exists (select from %I where true', partition)
            || case when hold.client is not null then ' and client = $1' else '' end
            || case when hold.actor is not null then ' and actor = $2' else '' end
            || case when hold.accessed_from is not null then ' and at >= $3' else '' end
            || case when hold.accessed_to is not null then ' and at < $4' else '' end
            || case when bound then ' and (agency = $5 or home_agency = $5)' else '' end || ')'
            into found using hold.client, hold.actor, hold.accessed_from, hold.accessed_to, hold.agency;
        if found then
            return true;
        end if;
    end loop;
    return false;
end $$;
revoke all on function is_held from public;
