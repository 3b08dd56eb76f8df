-- Another agency sees of a plan what its grant names, in the database too and not only in the application: the plan by the part plan, of
-- agreements those that both sides agreed on, and of referrals nothing.
drop policy visible on client_case;
drop policy visible on goal;
drop policy visible on step;
drop policy visible on agreement;
drop policy visible on referral_state;
do $$
declare
    t text;
begin
    foreach t in array array ['client_case', 'goal', 'step'] loop
        execute format('create policy visible on %1$I for select to ${app}
            using (access_open() and (home_agency = acting_agency() or exists (
                select 1 from access_grant g
                 where g.client_id = %1$I.client_id and g.grantee = acting_agency() and g.revoked_at is null
                   and g.valid_from <= now() and g.valid_until > now() and ''plan'' = any (g.parts))))', t);
    end loop;
end $$;
create policy visible on agreement for select to ${app}
    using (access_open() and (home_agency = acting_agency() or client_agreed_at is not null and worker_agreed_at is not null
        and exists (
            select 1 from access_grant g
             where g.client_id = agreement.client_id and g.grantee = acting_agency() and g.revoked_at is null
               and g.valid_from <= now() and g.valid_until > now() and 'plan' = any (g.parts))));
create policy visible on referral_state for select to ${app} using (access_open() and home_agency = acting_agency());
