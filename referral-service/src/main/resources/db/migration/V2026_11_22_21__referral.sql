-- Copies of what intake-service tells: ids and codes only.
create table client_home (
    client_id   uuid   primary key,
    home_agency uuid   not null,
    version     bigint not null
);

create table consent (
    id          uuid        primary key,
    client_id   uuid        not null,
    home_agency uuid        not null,
    status      text        not null,
    recipients  uuid[]      not null,
    parts       text[]      not null,
    categories  text[]      not null,
    purposes    text[]      not null,
    valid_from  timestamptz not null,
    valid_until timestamptz not null,
    version     bigint      not null
);
create index consent_client on consent (client_id, id) where status = 'active';

-- Referrals. What people wrote stands only in sealed columns (bytea, under the client's own key).
create table referral (
    id              uuid        primary key,
    client_id       uuid        not null,
    home_agency     uuid        not null,
    sender          uuid        not null,
    recipient       uuid        not null check (recipient <> sender),
    service_id      uuid        not null references service (id),
    need_id         uuid,
    category        text        not null,
    bundle_id       uuid,
    urgency         text        not null,
    parts           text[]      not null,
    message         bytea       not null,
    status          text        not null,
    -- the consent it was sent under
    consent_id      uuid,
    -- the place it holds while help goes on; null as well where the service has no limit
    capacity_id     uuid        references service_capacity (id),
    reason          text,
    reason_text     bytea,
    provider_result text,
    client_result   text,
    client_words    bytea,
    client_view_by  text,
    client_view_at  timestamptz,
    created_by      text        not null,
    created_at      timestamptz not null,
    requested_at    timestamptz,
    respond_by      timestamptz,
    accepted_at     timestamptz,
    scheduled_at    timestamptz,
    ended_at        timestamptz,
    version         bigint      not null
);
create index referral_sent on referral (sender, id);
create index referral_received on referral (recipient, id);
create index referral_unanswered on referral (respond_by) where status in ('requested', 'waitlisted');

alter table client_home enable row level security;
alter table client_home force row level security;
alter table consent enable row level security;
alter table consent force row level security;
alter table referral enable row level security;
alter table referral force row level security;

create policy own on client_home for select to ${app} using (access_open() and home_agency = acting_agency());
create policy own on consent for select to ${app} using (access_open() and home_agency = acting_agency());

-- The clock of the database, not the application's: the two checks share nothing.
create policy visible on referral for select to ${app}
    using (access_open() and (home_agency = acting_agency() or recipient = acting_agency() and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
create policy drafted on referral for insert to ${app}
    with check (access_open() and home_agency = acting_agency() and sender = acting_agency());
create policy moved on referral for update to ${app}
    using (access_open() and (home_agency = acting_agency() or recipient = acting_agency() and exists (
        select 1 from access_grant g
         where g.basis = 'referral' and g.basis_id = referral.id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));

create policy jobs on client_home to ${system} using (system_job() = 'inbox');
create policy jobs on consent to ${system} using (system_job() = 'inbox');
create policy jobs on referral to ${system} using (system_job() = 'referral-expiry');

-- Found by the referral rather than the client.
create index access_grant_referral on access_grant (basis_id, grantee) where basis = 'referral';

grant select on client_home, consent to ${app};
grant select, insert, update on referral to ${app};
grant select, insert, update on client_home, consent to ${system};
grant select, update on referral to ${system};
