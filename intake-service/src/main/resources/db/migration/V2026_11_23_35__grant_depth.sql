-- When the grant was made, which may be later than the day from which its consent holds.
alter table access_grant add column issued_at timestamptz;

alter table access_grant no force row level security;
alter table consent no force row level security;
update access_grant g
   set categories = c.categories, issued_at = greatest(c.decided_at, g.valid_from)
  from consent c where c.id = g.consent_id;
alter table consent force row level security;
alter table access_grant force row level security;

-- A need is seen by whoever may see assessments about its category, not by every agency with any grant for the client.
drop policy visible on need;
create policy visible on need for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = need.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now()
           and 'assessment' = any (g.parts) and need.category = any (g.categories))));
