-- Whoever may see who a client is must not learn by asking whether a number is theirs: a token shows to those who may see the part that
-- it is made of.
drop policy visible on client_token;
create policy visible on client_token for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = client_token.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now()
           and case client_token.kind when 'contact-point' then 'contact' else 'identity' end = any (g.parts))));

-- Whose clients an agency may see, without reading all grants of the suite.
create index access_grant_grantee on access_grant (grantee, home_agency);
