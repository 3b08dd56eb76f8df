-- Referrals that intake-service refused a grant are ended by its event.
create policy refused on referral to ${system} using (system_job() = 'inbox');
