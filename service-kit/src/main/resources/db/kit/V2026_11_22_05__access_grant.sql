-- Grants: which agency may see which parts of which client. Written in intake-service, a copy elsewhere. Ids and codes only.
-- parts and purposes are text, not enum: operators on enums are not leakproof and would lose their index under row-level security.
create table access_grant (
    id          uuid primary key,
    client_id   uuid        not null,
    home_agency uuid        not null,
    grantee     uuid        not null,
    parts       text[]      not null,
    purposes    text[]      not null,
    basis       text        not null,
    basis_id    uuid        not null,
    consent_id  uuid        not null,
    valid_from  timestamptz not null,
    valid_until timestamptz not null,
    revoked_at  timestamptz,
    version     bigint      not null
);
create index access_grant_client on access_grant (client_id, grantee);
create index access_grant_consent on access_grant (consent_id);

-- How far the copy is true: every grant and revocation committed in intake-service before as_of is in it; null when that was
-- never so. Moved on only while every sequence told in the epoch has been applied, or made unnecessary by a republication.
create table grant_feed (
    only_row boolean primary key default true check (only_row),
    as_of    timestamptz,
    epoch    integer        not null default 0,
    applied  int8multirange not null default '{}'
);

alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy parties on access_grant for select to ${app}
    using (access_open() and acting_agency() in (home_agency, grantee));
create policy jobs on access_grant to ${system}
    using (system_job() is not null);

-- requests only read here; intake-service, which issues grants, lets its own write
grant select on access_grant to ${app};
grant select, insert, update on access_grant to ${system};
grant select on grant_feed to ${app};
grant select, insert, update on grant_feed to ${system};
