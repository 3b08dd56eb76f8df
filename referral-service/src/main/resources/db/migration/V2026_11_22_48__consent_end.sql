-- That a consent has ended is learnt first, in a transaction of its own. What rested on it is put on another consent, or ended,
-- after that, one referral after the other; until nothing is left to do, the consent is not settled. What had ended before this
-- was settled in the transaction in which it was learnt.
alter table consent add column settled boolean not null default false;
alter table consent no force row level security;
update consent set settled = true where status <> 'active';
alter table consent force row level security;
create index consent_unsettled on consent (id) where status <> 'active' and not settled;

create policy consent_end on consent to ${system} using (system_job() = 'consent-end');
create policy consent_end on referral to ${system} using (system_job() = 'consent-end');

-- A referral is closed to its recipient from the commit on by which this service learns that the consent behind it has ended,
-- whatever hinders the ending of the referral itself. Consents are for the home agency to see; so this runs as the owner of the
-- tables, and tells nothing but that.
create policy ended on consent for select to current_user using (access_open() and status <> 'active');

create function consent_ended(one_id uuid) returns boolean language sql stable security definer
    set search_path = public, pg_temp
    return exists (select 1 from consent where id = one_id and status <> 'active');

-- An intermediary sees what it forwarded as long as it takes part: not when the referral that it received itself has ended without
-- help, or is closed to it. The policy facts lets the owner of the tables see that one.
create function forwarder_shut_out(parent uuid) returns boolean language sql stable security definer
    set search_path = public, pg_temp
    return exists (
        select 1 from referral p
         where p.id = parent and (p.closed_at is not null or consent_ended(p.consent_id)
               or p.status in ('declined', 'unsuccessful', 'cancelled', 'expired', 'entered-in-error')));

revoke execute on function consent_ended(uuid), forwarder_shut_out(uuid) from public;
grant execute on function consent_ended(uuid), forwarder_shut_out(uuid) to ${app}, ${system};

alter policy visible on referral
    using (access_open() and (home_agency = acting_agency() or recipient = acting_agency()
           and closed_at is null and not consent_ended(consent_id) and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
alter policy moved on referral
    using (access_open() and (home_agency = acting_agency() or recipient = acting_agency()
           and closed_at is null and not consent_ended(consent_id) and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
alter policy forwarded_visible on referral
    using (access_open() and sender = acting_agency() and parent_id is not null
           and not forwarder_shut_out(parent_id) and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.parent_id and g.grantee = acting_agency()
           and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()));
alter policy forwarded_moved on referral
    using (access_open() and sender = acting_agency() and parent_id is not null
           and not forwarder_shut_out(parent_id) and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.parent_id and g.grantee = acting_agency()
           and g.revoked_at is null and g.valid_from <= now() and g.valid_until > now()));
