-- An intermediary passes a referral on: a child of its own, which the parent follows.
alter table referral add column parent_id uuid references referral (id);
alter table referral add column forwarded_to uuid references referral (id);
-- when a child came back without help, until the recipient has seen to it
alter table referral add column returned_at timestamptz;
-- the agencies by which it came, the first sender first; a forward to one of them would be a cycle
alter table referral add column route uuid[];
update referral set route = array[sender, recipient];
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

-- Whether the client agreed to the next recipient an intermediary may ask, for clients referred to it.
create policy intermediary on consent for select to ${app}
    using (access_open() and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.client_id = consent.client_id and g.grantee = acting_agency()
           and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()));
