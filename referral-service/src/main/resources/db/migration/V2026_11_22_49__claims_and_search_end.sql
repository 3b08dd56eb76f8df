-- Agencies whose claim lapsed: the next chance is the others'.
alter table open_referral add column lapsed_claims uuid[] not null default '{}';

alter policy moved on open_referral
    using (access_open() and (status = 'open'
           or exists (select 1 from open_referral_client c where c.id = open_referral.id)))
    with check (access_open() and (status = 'claimed' and claimant = acting_agency() and acting_agency() <> all (lapsed_claims)
           or exists (select 1 from open_referral_client c where c.id = open_referral.id)));

-- Why nobody else is to be asked after a referral that ended without help; null as long as that is open.
alter table referral add column search_ended text;
