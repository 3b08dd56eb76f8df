-- The directory of services: tables and columns of HSDS 3.1 (Open Referral), so that a row is a document's object without its
-- nested parts. Columns that HSDS does not have begin with x_. Public knowledge, no client data: no row-level security.
create table organization (
    id                uuid primary key,
    name              text not null,
    alternate_name    text,
    description       text not null,
    email             text,
    website           text,
    year_incorporated integer,
    legal_status      text,
    -- the agency on this suite that the organization is; referrals can be sent to such organizations only
    x_agency_id       uuid unique
);

create table location (
    id              uuid primary key,
    location_type   text not null check (location_type in ('physical', 'postal', 'virtual')),
    organization_id uuid references organization (id),
    name            text,
    description     text,
    transportation  text,
    latitude        numeric,
    longitude       numeric,
    url             text
);
create index location_organization on location (organization_id);

create table service (
    id                      uuid primary key,
    organization_id         uuid not null references organization (id),
    name                    text not null,
    description             text,
    url                     text,
    email                   text,
    status                  text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
    interpretation_services text,
    application_process     text,
    fees_description        text,
    eligibility_description text,
    -- years; null where there is no limit
    minimum_age             numeric,
    maximum_age             numeric,
    assured_date            date,
    alert                   text,
    last_modified           timestamptz,
    -- the response promise: hours within which a referral is answered; null where none is given
    x_response_hours        integer check (x_response_hours > 0)
);
create index service_organization on service (organization_id);

create table service_at_location (
    id          uuid primary key,
    service_id  uuid not null references service (id),
    location_id uuid not null references location (id)
);
create index service_at_location_service on service_at_location (service_id);

create table service_area (
    id           uuid primary key,
    service_id   uuid not null references service (id),
    name         text,
    -- postal codes, separated by commas, where extent_type is text
    extent       text,
    extent_type  text,
    postal_codes text[] generated always as (string_to_array(extent, ',')) stored
);
create index service_area_service on service_area (service_id);
create index service_area_postal_codes on service_area using gin (postal_codes);

create table schedule (
    id         uuid primary key,
    service_id uuid not null references service (id),
    freq       text check (freq in ('WEEKLY', 'MONTHLY')),
    byday      text,
    opens_at   text,
    closes_at  text
);
create index schedule_service on schedule (service_id);

create table unit (
    id   uuid primary key,
    name text not null
);

-- Places. A service without a row has no limit. One row a service, until places of several kinds can be asked for.
create table service_capacity (
    id         uuid        primary key,
    service_id uuid        not null unique references service (id),
    unit_id    uuid        not null references unit (id),
    available  integer     not null check (available >= 0),
    maximum    integer,
    updated    timestamptz not null
);

create table taxonomy (
    id          uuid primary key,
    name        text not null,
    description text not null,
    uri         text,
    version     text
);

create table taxonomy_term (
    id          uuid primary key,
    code        text not null,
    name        text not null,
    description text not null,
    language    text,
    taxonomy_id uuid references taxonomy (id)
);
create index taxonomy_term_code on taxonomy_term (code);

create table attribute (
    id               uuid primary key,
    link_id          uuid not null,
    link_entity      text not null,
    link_type        text,
    taxonomy_term_id uuid not null references taxonomy_term (id)
);
create index attribute_link on attribute (link_id);
create index attribute_term on attribute (taxonomy_term_id, link_id);

create table language (
    id         uuid primary key,
    service_id uuid not null references service (id),
    name       text,
    code       text
);
create index language_service on language (service_id);

create table phone (
    id              uuid primary key,
    organization_id uuid references organization (id),
    service_id      uuid references service (id),
    number          text not null,
    type            text,
    description     text
);
create index phone_organization on phone (organization_id);
create index phone_service on phone (service_id);

create table address (
    id             uuid primary key,
    location_id    uuid not null references location (id),
    address_1      text not null,
    city           text not null,
    state_province text not null,
    postal_code    text not null,
    country        text not null,
    address_type   text not null
);
create index address_location on address (location_id);

create table accessibility (
    id          uuid primary key,
    location_id uuid not null references location (id),
    description text
);
create index accessibility_location on accessibility (location_id);

create table cost_option (
    id                 uuid primary key,
    service_id         uuid not null references service (id),
    option             text,
    currency           text,
    amount             numeric,
    amount_description text
);
create index cost_option_service on cost_option (service_id);

create table required_document (
    id         uuid primary key,
    service_id uuid not null references service (id),
    document   text
);
create index required_document_service on required_document (service_id);

-- The documents that HSDS 3.1 serves. Lists show a service with its organization and an organization alone.
create view hsds_location as
select l.id, l.name, jsonb_strip_nulls(to_jsonb(l) || jsonb_build_object(
           'addresses', (select jsonb_agg(to_jsonb(a) - 'location_id' order by a.id) from address a where a.location_id = l.id),
           'accessibility', (select jsonb_agg(to_jsonb(a) - 'location_id' order by a.id)
                               from accessibility a where a.location_id = l.id))) as document
  from location l;

create view hsds_service_item as
select s.id, s.name, jsonb_strip_nulls(to_jsonb(s) || jsonb_build_object('organization', to_jsonb(o))) as document
  from service s join organization o on o.id = s.organization_id;

create view hsds_service as
select s.id, s.name, s.document || jsonb_strip_nulls(jsonb_build_object(
           'phones', (select jsonb_agg(to_jsonb(p) - 'service_id' order by p.id) from phone p where p.service_id = s.id),
           'schedules', (select jsonb_agg(to_jsonb(c) - 'service_id' order by c.id)
                           from schedule c where c.service_id = s.id),
           'service_areas', (select jsonb_agg(to_jsonb(a) - 'service_id' - 'postal_codes' order by a.id)
                               from service_area a where a.service_id = s.id),
           'service_at_locations', (select jsonb_agg(to_jsonb(x) - 'service_id' || jsonb_build_object('location', l.document)
                                                     order by x.id)
                                      from service_at_location x join hsds_location l on l.id = x.location_id
                                     where x.service_id = s.id),
           'languages', (select jsonb_agg(to_jsonb(g) - 'service_id' order by g.id)
                           from language g where g.service_id = s.id),
           'cost_options', (select jsonb_agg(to_jsonb(c) - 'service_id' order by c.id)
                              from cost_option c where c.service_id = s.id),
           'required_documents', (select jsonb_agg(to_jsonb(d) - 'service_id' order by d.id)
                                    from required_document d where d.service_id = s.id),
           'capacities', (select jsonb_agg(to_jsonb(c) - 'service_id' - 'unit_id' || jsonb_build_object('unit', to_jsonb(u))
                                           order by c.id)
                            from service_capacity c join unit u on u.id = c.unit_id where c.service_id = s.id),
           'attributes', (select jsonb_agg(to_jsonb(a) || jsonb_build_object('taxonomy_term', to_jsonb(t)) order by a.id)
                            from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id
                           where a.link_id = s.id))) as document
  from hsds_service_item s;

create view hsds_organization_item as
select o.id, o.name, jsonb_strip_nulls(to_jsonb(o)) as document from organization o;

create view hsds_organization as
select o.id, o.name, o.document || jsonb_strip_nulls(jsonb_build_object(
           'phones', (select jsonb_agg(to_jsonb(p) - 'organization_id' order by p.id)
                        from phone p where p.organization_id = o.id),
           'locations', (select jsonb_agg(l.document - 'organization_id' order by l.id)
                           from hsds_location l join location own on own.id = l.id where own.organization_id = o.id),
           'services', (select jsonb_agg(s.document - 'organization' order by s.id)
                          from hsds_service_item s join service own on own.id = s.id
                         where own.organization_id = o.id))) as document
  from hsds_organization_item o;

grant select on organization, location, service, service_at_location, service_area, schedule, unit, service_capacity, taxonomy,
                taxonomy_term, attribute, language, phone, address, accessibility, cost_option, required_document,
                hsds_location, hsds_service_item, hsds_service, hsds_organization_item, hsds_organization to ${app};
-- A request takes and gives back places, and changes nothing else of the directory.
grant update (available, updated) on service_capacity to ${app};
grant select, insert, update, delete on organization, location, service, service_at_location, service_area, schedule, unit,
                service_capacity, taxonomy, taxonomy_term, attribute, language, phone, address, accessibility, cost_option,
                required_document to ${system};
