-- What a recipient keeps of a referral when its grant has ended: that there was one, for which service, how far it came, when and
-- why it ended. No client, no need, no words: the view does not have these columns. It runs as the owner of the tables, who
-- otherwise sees no row, with policies of its own; whether a grant was ever there is all it asks of the grants.
create policy facts on referral for select to current_user
    using (access_open() and recipient = acting_agency());
create policy facts on access_grant for select to current_user
    using (access_open() and grantee = acting_agency() and basis = 'referral');

create view referral_fact with (security_barrier) as
select r.id, r.sender, r.recipient, r.service_id, r.category, r.status, r.reason, r.requested_at, r.accepted_at, r.ended_at,
       r.version
  from referral r
 where access_open() and r.recipient = acting_agency()
   and exists (select 1 from access_grant g where g.basis = 'referral' and g.basis_id = r.id and g.grantee = r.recipient);

grant select on referral_fact to ${app};

-- When a referral was closed to its recipient, because the consent behind it had ended; null for all others. Closed it is whether
-- or not the end of the grant has arrived.
alter table referral add column closed_at timestamptz;
alter table referral no force row level security;
update referral set closed_at = ended_at where reason = 'consent-ended';
alter table referral force row level security;

alter policy visible on referral
    using (access_open() and (home_agency = acting_agency() or recipient = acting_agency()
           and closed_at is null and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
alter policy moved on referral
    using (access_open() and (home_agency = acting_agency() or recipient = acting_agency()
           and closed_at is null and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));

-- To whom only the fact is left, only the moves are.
alter policy visible on referral_history
    using (access_open() and (exists (select 1 from referral r where r.id = referral_history.referral_id)
           or from_status is distinct from to_status
              and exists (select 1 from referral_fact f where f.id = referral_history.referral_id)));

-- The end of a consent looks for what rests on it.
create index referral_consent on referral (consent_id, id);
