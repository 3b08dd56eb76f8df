-- What an agency is told of referrals, in an order of its own: the change feed. Ids and codes only,
-- so no client stands here.
--
-- A row is written with the change it tells, without a position. One job at a time, behind a lock, gives positions to rows that are
-- committed: so the positions of an agency grow in the order in which they become visible, and whoever has read up to one has
-- missed nothing before it, however long a writer took to commit.
create table referral_change (
    id          uuid        primary key,
    agency      uuid        not null,
    referral_id uuid        not null,
    type        text        not null,
    -- of the referral; null where it is not the referral that changed
    version     bigint,
    message_id  uuid,
    -- told only if the agency holds a grant for the referral when the position is given
    by_grant    boolean     not null,
    noted_at    timestamptz not null,
    position    bigint,
    told_at     timestamptz,
    check ((position is null) = (told_at is null))
);
create index referral_change_waiting on referral_change (id) where position is null;
create unique index referral_change_position on referral_change (agency, position) where position is not null;
create index referral_change_time on referral_change (agency, told_at, position) where position is not null;
create index referral_change_referral on referral_change (referral_id, agency);

-- The last position given to an agency, and up to which its changes were deleted as old.
create table referral_feed (
    agency          uuid        primary key,
    last_position   bigint      not null,
    last_told_at    timestamptz not null,
    deleted_up_to   bigint      not null default 0,
    deleted_told_at timestamptz
);

alter table referral_change enable row level security;
alter table referral_change force row level security;
alter table referral_feed enable row level security;
alter table referral_feed force row level security;

create policy own on referral_change for select to ${app} using (agency = acting_agency());
-- A change by one agency is told to the other.
create policy noted on referral_change for insert to ${app} with check (access_open() and position is null);
create policy own on referral_feed for select to ${app} using (agency = acting_agency());
create policy noted_by_jobs on referral_change for insert to ${system} with check (system_job() is not null and position is null);
create policy jobs on referral_change to ${system} using (system_job() in ('referral-feed', 'referral-feed-end'));
create policy told_before on referral_change for select to ${system} using (system_job() = 'inbox');
create policy jobs on referral_feed to ${system} using (system_job() in ('referral-feed', 'referral-feed-end'));

grant select, insert on referral_change to ${app};
grant select on referral_feed to ${app};
grant select, insert, update, delete on referral_change to ${system};
grant select, insert, update on referral_feed to ${system};
