-- An intermediary passes a referral on: a child of its own, which the parent follows.
alter table referral add column parent_id uuid references referral (id);
alter table referral add column forwarded_to uuid references referral (id);
-- when a child came back without help, until the recipient has seen to it
alter table referral add column returned_at timestamptz;
-- the agencies by which it came, the first sender first; a forward to one of them would be a cycle
alter table referral add column route uuid[];
-- the owner of the tables is bound by row-level security too
alter table referral no force row level security;
update referral set route = array[sender, recipient];
alter table referral force row level security;
alter table referral alter column route set not null;
create unique index referral_forwarded_to on referral (forwarded_to) where forwarded_to is not null;
create index referral_parent on referral (parent_id) where parent_id is not null;

-- The intermediary is not the home agency: what it forwarded it sees, and made, by its grant for the parent. (A policy cannot ask
-- referral for the parent itself: it would decide for its own sub-query, and so on without end.)
create policy forwarded_visible on referral for select to ${app}
    using (access_open() and sender = acting_agency() and parent_id is not null and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.parent_id and g.grantee = acting_agency()
           and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()));
create policy forwarded_moved on referral for update to ${app}
    using (access_open() and sender = acting_agency() and parent_id is not null and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.parent_id and g.grantee = acting_agency()
           and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()));
create policy forwarded on referral for insert to ${app}
    with check (access_open() and sender = acting_agency() and parent_id is not null and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.parent_id and g.grantee = acting_agency()
           and g.client_id = referral.client_id and g.home_agency = referral.home_agency
           and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()));

-- Whether the client agreed to a recipient that an intermediary would forward to. What consents a client has given is not for an
-- intermediary to see; so this runs as the owner of the tables, answers for clients referred to the acting agency alone, and
-- tells nothing but the id of a consent that covers all that is asked.
create policy covering on consent for select to current_user
    using (access_open() and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.client_id = consent.client_id and g.grantee = acting_agency()
           and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()));

create function consent_covering(of_client uuid, to_agency uuid, these_parts text[], this_category text) returns uuid
    language sql stable security definer set search_path = public, pg_temp
    return (select id from consent
             where client_id = of_client and status = 'active' and valid_from <= now() and valid_until > now()
               and to_agency = any(recipients) and these_parts <@ parts and this_category = any(categories)
               and 'COC' = any(purposes)
             order by id limit 1);

revoke execute on function consent_covering(uuid, uuid, text[], text) from public;
grant execute on function consent_covering(uuid, uuid, text[], text) to ${app};
