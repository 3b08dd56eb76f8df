-- Of a client who is erased nothing is offered to others any more.
create policy erasure on open_referral to ${system} using (system_job() = 'inbox');
create policy erasure on open_referral_client for select to ${system} using (system_job() = 'inbox');
