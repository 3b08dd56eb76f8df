-- Who lives with a client. Everything that was said stands sealed; of members who are clients themselves also a link, so that both see it.
create table household (
    id          uuid primary key,
    client_id   uuid        not null unique references client (id),
    home_agency uuid        not null,
    members     bytea       not null,
    changed_at  timestamptz not null,
    version     bigint      not null
);

create table household_link (
    client_id        uuid not null references client (id),
    member_client_id uuid not null references client (id),
    home_agency      uuid not null,
    -- what the member is to the client
    relation         text not null,
    from_date        date,
    until_date       date,
    primary key (client_id, member_client_id),
    constraint nobody_lives_with_oneself check (client_id <> member_client_id)
);
-- said from one side, shown on both
create unique index household_link_once
    on household_link (least(client_id, member_client_id), greatest(client_id, member_client_id));
create index household_link_member on household_link (member_client_id);

alter table household enable row level security;
alter table household force row level security;
alter table household_link enable row level security;
alter table household_link force row level security;

create policy visible on household for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = household.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now() and 'household' = any (g.parts))));
create policy recorded on household for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy changed on household for update to ${app}
    using (access_open() and home_agency = acting_agency());

-- A grant for one client says nothing about those who live with them.
create policy own on household_link to ${app} using (access_open() and home_agency = acting_agency());

grant select, insert, update on household to ${app};
grant select, insert, delete on household_link to ${app};
