-- Who moved a referral, when, from where to where and why: codes and ids, no client and no words, so that the recipient may keep
-- it. One row for each version of the referral: whether a history is whole can be counted. Written in the transaction of the
-- change; no login of the service may change or delete a row.
create table referral_history (
    id          uuid        primary key,
    referral_id uuid        not null references referral (id),
    -- of the referral, as this change left it
    version     bigint      not null,
    at          timestamptz not null,
    action      text        not null,
    -- null for the draft, which comes from nowhere
    from_status text,
    to_status   text        not null,
    reason      text,
    actor       text        not null,
    actor_kind  text        not null,
    -- null for the service itself
    agency      uuid,
    side        text        not null,
    unique (referral_id, version)
);

-- Of referrals older than their history is known who drafted them and when, and how far they came, but not who brought them
-- there: one entry says so, and the versions before it are missing. The owner of the tables is bound by row-level security too.
alter table referral no force row level security;
insert into referral_history (id, referral_id, version, at, action, from_status, to_status, reason, actor, actor_kind, agency, side)
select gen_random_uuid(), id, 0, created_at, 'draft', null, 'draft', null, created_by, 'worker', sender, 'sender'
  from referral
union all
select gen_random_uuid(), id, version, coalesce(ended_at, accepted_at, requested_at, created_at), 'carried-over', 'draft',
       status, reason, 'system:referral/migration', 'system', null, 'system'
  from referral where version > 0;
alter table referral force row level security;

alter table referral_history enable row level security;
alter table referral_history force row level security;

-- Row-level security of referral decides inside these queries as well: the history is as visible as the referral is.
create policy visible on referral_history for select to ${app}
    using (access_open() and exists (select 1 from referral r where r.id = referral_history.referral_id));
create policy appended on referral_history for insert to ${app}
    with check (access_open() and exists (select 1 from referral r where r.id = referral_history.referral_id));
create policy appended_by_jobs on referral_history for insert to ${system} with check (system_job() is not null);

grant select, insert on referral_history to ${app};
grant insert on referral_history to ${system};
