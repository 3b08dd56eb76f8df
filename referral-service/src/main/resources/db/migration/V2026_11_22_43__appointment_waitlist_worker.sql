-- An appointment is an instant and the place's time zone (IANA), so that it can be told as the clock there will show it.
alter table referral add column time_zone text;
alter table referral add column waitlisted_at timestamptz;
-- who on either side answers for the referral: token subjects
alter table referral add column sender_worker text;
alter table referral add column receiver_worker text;
-- the owner of the tables is bound by row-level security too
alter table referral no force row level security;
update referral set sender_worker = created_by, time_zone = case when scheduled_at is not null then 'UTC' end;
alter table referral force row level security;

-- to whom responsibility went, where that is what changed
alter table referral_history add column assignee text;
-- whether a worker has worked on referrals of an agency
create index referral_history_actor on referral_history (agency, actor);

-- Place in the waiting list of a service: the more urgent first, then who has waited longer. An agency sees its own referrals
-- only, but the place counts all; so this runs as the owner of the tables, and tells nothing but the number.
create policy waiting on referral for select to current_user using (access_open() and status = 'waitlisted');

create function urgency_rank(urgency text) returns integer language sql immutable parallel safe
    return case urgency when 'immediate' then 0 when 'urgent' then 1 when 'soon' then 2 else 3 end;

create function waitlist_position(one_id uuid) returns integer language sql stable security definer
    set search_path = public, pg_temp
    return (select (select count(*) + 1 from referral other
                     where other.service_id = one.service_id and other.status = 'waitlisted'
                       and (urgency_rank(other.urgency), other.waitlisted_at, other.id)
                         < (urgency_rank(one.urgency), one.waitlisted_at, one.id))::integer
              from referral one where one.id = one_id and one.status = 'waitlisted');

revoke execute on function waitlist_position(uuid) from public;
grant execute on function waitlist_position(uuid) to ${app};

create index referral_waiting on referral (service_id) where status = 'waitlisted';
