select hide_restricted('client_home');
select hide_restricted('consent');
select hide_restricted('referral');
select hide_restricted('referral_message');
select hide_restricted('open_referral_client');

-- Of a restricted client's referral a recipient keeps what it keeps of others, but for the workers alone to whom it was opened: that there
-- was one would otherwise be told to colleagues for as long as it lasts. The history of referrals follows the view.
create policy facts on restricted_client for select to current_user using (access_open());
create or replace view referral_fact with (security_barrier) as
select r.id, r.sender, r.recipient, r.service_id, r.category, r.status, r.reason, r.requested_at, r.accepted_at, r.ended_at,
       r.version
  from referral r
 where access_open() and r.recipient = acting_agency()
   and exists (
    select 1 from access_grant g
     where g.basis = 'referral' and g.basis_id = r.id and g.grantee = r.recipient
       and (g.worker = acting_worker() or not exists (
            select from restricted_client c where c.client_id = r.client_id and c.workers is not null)));
