-- What reports count: of each event of a referral the coded state that it told, written in the transaction of the event. No
-- client, no need, no worker and no words. Never changed, so that a report as of a past time can be made again.
create table reported_event (
    referral_id     uuid        not null references referral (id),
    -- of the referral, as this event left it
    version         bigint      not null,
    at              timestamptz not null,
    -- last part of the event's type: requested, moved, changed, reminded, client-view-recorded
    verb            text        not null,
    sender          uuid        not null,
    recipient       uuid        not null,
    category        text        not null,
    status          text        not null,
    reason          text,
    provider_result text,
    client_result   text,
    -- until when an answer is promised; null without a promise
    respond_by      timestamptz,
    primary key (referral_id, version)
);
-- A report begins with what was sent in a period.
create index reported_event_requested on reported_event (at) where verb = 'requested';

-- Referrals from before this table, as far as they tell: when they were sent, when they were accepted, and where they are by now.
alter table referral no force row level security;
insert into reported_event
select r.id, known.version, known.at, known.verb, r.sender, r.recipient, r.category, known.status, known.reason,
       known.provider_result, known.client_result, case when r.status = 'requested' then r.respond_by end
  from referral r
  cross join lateral (
       select 0, r.requested_at, 'requested', 'requested', null, null, null
       union all
       select 1, r.accepted_at, 'moved', 'accepted', null, null, null
        where r.accepted_at is not null and r.status <> 'accepted' and r.version > 1
       union all
       select r.version, coalesce(r.ended_at, r.accepted_at, r.requested_at), 'moved', r.status, r.reason,
              r.provider_result, r.client_result
        where r.status <> 'requested') known (version, at, verb, status, reason, provider_result, client_result)
 where r.requested_at is not null;
alter table referral force row level security;

alter table reported_event enable row level security;
alter table reported_event force row level security;

create policy told on reported_event for insert to ${app}
    with check (access_open() and exists (select 1 from referral r where r.id = reported_event.referral_id));
create policy told_by_jobs on reported_event for insert to ${system} with check (system_job() is not null);
create policy response_record on reported_event for select to ${system} using (system_job() = 'response-record');
create policy reports on reported_event for select to current_user using (access_open());

-- A report counts what the agency sent or received, whether or not it may still see the referral itself. It runs as the owner of
-- the table: requests cannot read the rows, and what this returns names neither referral nor client. What was entered in error
-- by then never was a referral.
create function reported_referrals(period_start timestamptz, period_end timestamptz, as_of timestamptz)
    returns table (sender uuid, recipient uuid, category text, requested_at timestamptz, answered_at timestamptz,
                   ended_at timestamptz, answered boolean, accepted boolean, status text, reason text, provider_result text,
                   client_result text, events bigint)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select (f.newest).sender, (f.newest).recipient, (f.newest).category, q.at, f.answered_at, f.ended_at, f.answered, f.accepted,
           (f.newest).status, (f.newest).reason, (f.newest).provider_result, (f.newest).client_result, f.events
      from reported_event q
      cross join lateral (
           select (array_agg(h order by h.version desc))[1] as newest,
                  min(h.at) filter (where h.status in ('accepted', 'declined', 'waitlisted')) as answered_at,
                  min(h.at) filter (where h.status in ('completed', 'unsuccessful')) as ended_at,
                  bool_or(h.status in ('accepted', 'scheduled', 'in-progress', 'on-hold', 'completed', 'declined',
                                       'waitlisted')) as answered,
                  bool_or(h.status in ('accepted', 'scheduled', 'in-progress', 'on-hold', 'completed')) as accepted,
                  count(*) as events
             from reported_event h
            where h.referral_id = q.referral_id and h.at <= as_of) f
     where access_open() and q.verb = 'requested' and q.at >= period_start and q.at < period_end and q.at <= as_of
       and acting_agency() in ((f.newest).sender, (f.newest).recipient) and (f.newest).status <> 'entered-in-error';
end;

revoke execute on function reported_referrals(timestamptz, timestamptz, timestamptz) from public;
grant execute on function reported_referrals(timestamptz, timestamptz, timestamptz) to ${app};
grant insert on reported_event to ${app};
grant select, insert on reported_event to ${system};
