-- A need that any eligible agency may take up. What all agencies see of it stands apart from whose it is: row-level security
-- hides rows, not columns.
create table open_referral (
    id          uuid        primary key,
    category    text        not null,
    -- postal code
    area        text        not null,
    urgency     text        not null,
    status      text        not null,
    claimant    uuid,
    service_id  uuid        references service (id),
    claim_until timestamptz,
    -- what it became
    referral_id uuid        references referral (id),
    opened_at   timestamptz not null,
    version     bigint      not null,
    check ((status = 'claimed') = (claimant is not null and referral_id is null and claim_until is not null))
);
create index open_referral_claimable on open_referral (id) where status = 'open';
create index open_referral_claimed on open_referral (claimant, id) where status = 'claimed';

create table open_referral_client (
    id          uuid   primary key references open_referral (id),
    client_id   uuid   not null,
    home_agency uuid   not null,
    need_id     uuid,
    parts       text[] not null,
    -- sealed as the message of the referral that it becomes
    message     bytea  not null,
    opened_by   text   not null,
    version     bigint not null
);
create index open_referral_client_home on open_referral_client (home_agency, id);

alter table open_referral enable row level security;
alter table open_referral force row level security;
alter table open_referral_client enable row level security;
alter table open_referral_client force row level security;

create policy own on open_referral_client to ${app} using (access_open() and home_agency = acting_agency());

-- A claimed one stays visible, so that who comes second is told so.
create policy visible on open_referral for select to ${app}
    using (access_open() and (status in ('open', 'claimed')
           or exists (select 1 from open_referral_client c where c.id = open_referral.id)));
create policy opened on open_referral for insert to ${app} with check (access_open() and status = 'open');
-- Others than the home agency can change an open one only, and only into one claimed by themselves.
create policy moved on open_referral for update to ${app}
    using (access_open() and (status = 'open'
           or exists (select 1 from open_referral_client c where c.id = open_referral.id)))
    with check (access_open() and (status = 'claimed' and claimant = acting_agency()
           or exists (select 1 from open_referral_client c where c.id = open_referral.id)));

create policy claims on open_referral to ${system} using (system_job() = 'open-referral');
create policy claims on open_referral_client for select to ${system} using (system_job() = 'open-referral');
create policy claims on consent for select to ${system} using (system_job() = 'open-referral');
create policy claimed on referral to ${system} using (system_job() = 'open-referral');

grant select, insert, update on open_referral to ${app};
grant select, insert on open_referral_client to ${app};
grant select, update on open_referral to ${system};
grant select on open_referral_client to ${system};
grant insert on referral to ${system};
