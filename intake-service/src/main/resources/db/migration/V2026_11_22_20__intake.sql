-- Clients with what belongs to them. Personal data stands only in sealed columns (bytea, under the client's own key).
create table client (
    id            uuid primary key,
    home_agency   uuid        not null,
    identity      bytea       not null,
    contact       bytea,
    registered_at timestamptz not null,
    changed_at    timestamptz not null,
    version       bigint      not null
);
create index client_home_agency on client (home_agency, id);

-- Blind tokens: keyed MACs of normalised values. Equal values of one home agency have equal tokens, and nothing else can be read off.
create table client_token (
    client_id   uuid  not null references client (id),
    home_agency uuid  not null,
    kind        text  not null,
    token       bytea not null,
    primary key (home_agency, kind, token, client_id)
);
create index client_token_client on client_token (client_id);

create table consent (
    id          uuid primary key,
    client_id   uuid        not null references client (id),
    home_agency uuid        not null,
    status      text        not null,
    recipients  uuid[]      not null,
    parts       text[]      not null,
    categories  text[]      not null,
    purposes    text[]      not null,
    valid_from  timestamptz not null,
    valid_until timestamptz not null,
    given       bytea,
    decided_at  timestamptz,
    ended_at    timestamptz,
    version     bigint      not null
);
create index consent_client on consent (client_id, id);
create index consent_overdue on consent (valid_until) where status = 'active';

create table intake (
    id          uuid primary key,
    client_id   uuid        not null references client (id),
    home_agency uuid        not null,
    status      text        not null,
    worker      text        not null,
    opened_at   timestamptz not null,
    ended_at    timestamptz,
    version     bigint      not null
);
create index intake_client on intake (client_id, id);

alter table client enable row level security;
alter table client force row level security;
alter table client_token enable row level security;
alter table client_token force row level security;
alter table consent enable row level security;
alter table consent force row level security;
alter table intake enable row level security;
alter table intake force row level security;

-- The clock of the database, not the application's: the two checks share nothing.
create policy visible on client for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = client.id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
create policy registered on client for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy changed on client for update to ${app}
    using (access_open() and home_agency = acting_agency());

create policy visible on client_token for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = client_token.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
create policy indexed on client_token for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy replaced on client_token for delete to ${app}
    using (access_open() and home_agency = acting_agency());

create policy own on consent to ${app} using (access_open() and home_agency = acting_agency());
create policy own on intake to ${app} using (access_open() and home_agency = acting_agency());

-- Only the home agency opens its clients' records to others; a grantee cannot widen what it was given.
create policy issued on access_grant for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy revoked on access_grant for update to ${app}
    using (access_open() and home_agency = acting_agency());

-- Expiry by the clock; grants for referrals by the inbox.
create policy jobs on consent to ${system} using (system_job() in ('consent-expiry', 'inbox'));

grant select, insert, update on client, consent, intake to ${app};
grant insert, update on access_grant to ${app};
grant select, insert, delete on client_token to ${app};
grant select, update on consent to ${system};
