-- A need is seen by whoever may see assessments about its category, not by every agency with any grant for the client.
drop policy visible on need;
create policy visible on need for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = need.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now()
           and 'assessment' = any (g.parts) and need.category = any (g.categories))));
