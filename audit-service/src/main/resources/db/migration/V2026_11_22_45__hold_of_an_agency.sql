-- A privacy officer sees accesses by workers of the own agency and to its clients, and holds no others: a hold keeps whole months of every
-- agency, so naming somebody else's client or worker must keep nothing. An auditor holds accesses of all.
alter table legal_hold
    -- those placed so far keep what they kept
    add column every_agency boolean not null default true;
alter table legal_hold alter column every_agency drop default;

drop policy holders_place on legal_hold;
create policy holders_place on legal_hold for insert to ${app}
    with check (access_open() and agency = acting_agency() and (not every_agency or oversight()));

create or replace function is_held(partition text) returns boolean language plpgsql as $$
declare
    hold legal_hold;
    found boolean;
begin
    for hold in select * from legal_hold where released_at is null loop
        -- only what it names, so that an index serves
        execute format('select exists (select from %I where true', partition)
            || case when hold.client is not null then ' and client = $1' else '' end
            || case when hold.actor is not null then ' and actor = $2' else '' end
            || case when hold.accessed_from is not null then ' and at >= $3' else '' end
            || case when hold.accessed_to is not null then ' and at < $4' else '' end
            || case when not hold.every_agency then ' and (agency = $5 or home_agency = $5)' else '' end || ')'
            into found using hold.client, hold.actor, hold.accessed_from, hold.accessed_to, hold.agency;
        if found then
            return true;
        end if;
    end loop;
    return false;
end $$;
revoke all on function is_held from public;
