-- The rest of HSDS 3.1: every entity of its schema with every property, and what the suite keeps of each row. As before, a row is
-- a document's object without its nested parts, and columns that HSDS does not have begin with x_.

alter table organization
    add tax_status text,
    add tax_id text,
    add logo text,
    add uri text,
    add parent_organization_id uuid references organization (id) deferrable initially deferred,
    -- stands for an organization that a source refers to and does not describe
    add x_placeholder boolean not null default false,
    alter year_incorporated type numeric;

create table program (
    id              uuid primary key,
    organization_id uuid not null references organization (id),
    name            text not null,
    alternate_name  text,
    description     text not null
);
create index program_organization on program (organization_id);

alter table taxonomy_term
    alter code drop not null,
    add parent_id uuid references taxonomy_term (id) deferrable initially deferred,
    add taxonomy text,
    add term_uri text;
create index taxonomy_term_parent on taxonomy_term (parent_id);
create index taxonomy_term_taxonomy on taxonomy_term (taxonomy_id);

alter table unit
    add scheme text,
    add identifier text,
    add uri text;

alter table location
    add alternate_name text,
    add external_identifier text,
    add external_identifier_type text,
    -- where it is must not be known: see the views at the end
    add x_confidential boolean not null default false;
create index location_place on location (latitude, longitude) where not x_confidential;

alter table service
    add program_id uuid references program (id),
    add alternate_name text,
    add wait_time text,
    add fees text,
    add accreditations text,
    add assurer_email text,
    add licenses text;
create index service_program on service (program_id);

alter table service_at_location add description text;
create index service_at_location_location on service_at_location (location_id);

create table contact (
    id                     uuid primary key,
    organization_id        uuid references organization (id),
    service_id             uuid references service (id),
    service_at_location_id uuid references service_at_location (id),
    location_id            uuid references location (id),
    name                   text,
    title                  text,
    department             text,
    email                  text
);
create index contact_organization on contact (organization_id);
create index contact_service on contact (service_id);
create index contact_service_at_location on contact (service_at_location_id);
create index contact_location on contact (location_id);

alter table phone
    add location_id uuid references location (id),
    add contact_id uuid references contact (id),
    add service_at_location_id uuid references service_at_location (id),
    add extension numeric;
create index phone_location on phone (location_id);
create index phone_contact on phone (contact_id);
create index phone_service_at_location on phone (service_at_location_id);

alter table schedule
    alter service_id drop not null,
    add location_id uuid references location (id),
    add service_at_location_id uuid references service_at_location (id),
    add valid_from date,
    add valid_to date,
    add dtstart date,
    -- hours from UTC
    add timezone numeric,
    add until date,
    add count numeric,
    add wkst text check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
    add interval numeric,
    add byweekno text,
    add bymonthday text,
    add byyearday text,
    add description text,
    add schedule_link text,
    add attending_type text,
    add notes text;
create index schedule_location on schedule (location_id);
create index schedule_service_at_location on schedule (service_at_location_id);

-- An extent can be any text, a shape on the map even: only what looks like a postal code is one.
create function postal_codes(extent text) returns text[] language sql immutable parallel safe as $$
    select array_agg(code) from (select trim(part) as code from unnest(string_to_array(extent, ',')) part) parts
     where code ~ '^[0-9A-Za-z][0-9A-Za-z -]{1,9}$' $$;
alter table service_area
    alter service_id drop not null,
    add service_at_location_id uuid references service_at_location (id),
    add description text,
    add uri text,
    alter postal_codes set expression as (postal_codes(extent));
create index service_area_service_at_location on service_area (service_at_location_id);

alter table language
    alter service_id drop not null,
    add location_id uuid references location (id),
    add phone_id uuid references phone (id),
    add note text;
create index language_location on language (location_id);
create index language_phone on language (phone_id);

create table funding (
    id              uuid primary key,
    organization_id uuid references organization (id),
    service_id      uuid references service (id),
    source          text
);
create index funding_organization on funding (organization_id);
create index funding_service on funding (service_id);

alter table accessibility
    alter location_id drop not null,
    add details text,
    add url text;

alter table address
    alter location_id drop not null,
    add attention text,
    add address_2 text,
    add region text,
    add constraint address_type_known check (address_type in ('physical', 'postal', 'virtual'));
create index address_postal_code on address (postal_code);

alter table cost_option
    add valid_from date,
    add valid_to date;

alter table required_document
    alter service_id drop not null,
    add uri text;

create table organization_identifier (
    id                uuid primary key,
    organization_id   uuid not null references organization (id),
    identifier_scheme text,
    identifier_type   text not null,
    identifier        text not null
);
create index organization_identifier_organization on organization_identifier (organization_id);

create table url (
    id              uuid primary key,
    label           text,
    url             text not null,
    organization_id uuid references organization (id),
    service_id      uuid references service (id)
);
create index url_organization on url (organization_id);
create index url_service on url (service_id);

-- A service can have capacities in several units. Referrals take their places from one of them.
alter table service_capacity
    drop constraint service_capacity_service_id_key,
    add description text,
    add x_places boolean not null default false;
update service_capacity set x_places = true;
create unique index service_capacity_places on service_capacity (service_id) where x_places;
create index service_capacity_service on service_capacity (service_id);

alter table attribute
    add value text,
    add label text;

create table metadata (
    id                uuid primary key,
    resource_id       uuid not null,
    resource_type     text not null,
    last_action_date  date not null,
    last_action_type  text not null,
    field_name        text not null,
    previous_value    text not null,
    replacement_value text not null,
    updated_by        text not null
);
create index metadata_resource on metadata (resource_id);

create table meta_table_description (
    id            uuid primary key,
    name          text,
    language      text,
    character_set text
);

-- Of every row: who told it and under which id, when it last changed here, and since when its source no longer tells it.
do $$
declare entity text;
begin
    foreach entity in array array['organization', 'program', 'taxonomy', 'taxonomy_term', 'unit', 'location', 'service',
        'service_at_location', 'contact', 'phone', 'schedule', 'service_area', 'language', 'funding', 'accessibility', 'address',
        'cost_option', 'required_document', 'organization_identifier', 'url', 'service_capacity', 'attribute', 'metadata',
        'meta_table_description']
    loop
        execute format('alter table %I add x_source text, add x_source_id text,
            add x_modified_at timestamptz not null default now(), add x_vanished_at timestamptz', entity);
        execute format('create index %I on %I (x_source) where x_vanished_at is null', entity || '_source', entity);
    end loop;
end $$;

-- Words to search in, of any language: hence no stemming.
alter table organization add x_words tsvector generated always as (to_tsvector('simple',
    name || ' ' || coalesce(alternate_name, '') || ' ' || description)) stored;
alter table service add x_words tsvector generated always as (to_tsvector('simple',
    name || ' ' || coalesce(alternate_name, '') || ' ' || coalesce(description, ''))) stored;
alter table taxonomy add x_words tsvector generated always as (to_tsvector('simple', name || ' ' || description)) stored;
alter table taxonomy_term add x_words tsvector generated always as (to_tsvector('simple',
    coalesce(code, '') || ' ' || name || ' ' || description)) stored;
create index organization_words on organization using gin (x_words);
create index service_words on service using gin (x_words);
create index taxonomy_term_words on taxonomy_term using gin (x_words);
-- Lists are in the order of names.
create index organization_name on organization (name, id);
create index service_name on service (name, id);

-- What may be shown. Of a confidential place everything that tells where it is stays behind, and so does the history of it.
create view location_shown as
select id, location_type, url, organization_id, name, alternate_name, description,
       case when not x_confidential then transportation end as transportation,
       case when not x_confidential then latitude end as latitude,
       case when not x_confidential then longitude end as longitude,
       case when not x_confidential then external_identifier end as external_identifier,
       case when not x_confidential then external_identifier_type end as external_identifier_type,
       x_confidential, x_source, x_source_id, x_modified_at, x_vanished_at
  from location;

create view address_shown as
select a.* from address a
 where not exists (select 1 from location l where l.id = a.location_id and l.x_confidential);

create view metadata_shown as
select m.* from metadata m
 where not exists (select 1 from location l
                    where l.id = m.resource_id and l.x_confidential
                      and m.field_name in ('transportation', 'latitude', 'longitude', 'external_identifier',
                                           'external_identifier_type', 'addresses'))
   and not exists (select 1 from address a join location l on l.id = a.location_id
                    where a.id = m.resource_id and l.x_confidential);

drop view hsds_organization, hsds_organization_item, hsds_service, hsds_service_item, hsds_location;

grant select on program, contact, funding, organization_identifier, url, metadata_shown, meta_table_description, location_shown,
                address_shown to ${app};
-- Requests read places and their history through the views only.
revoke select on address from ${app};
grant select, insert, update, delete on program, contact, funding, organization_identifier, url, metadata,
                meta_table_description to ${system};
grant select on location_shown, address_shown, metadata_shown to ${system};
