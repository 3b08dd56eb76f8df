-- Changes of the directory that somebody proposes and the owner of the entry decides. Public knowledge, no client data: no row-level
-- security. Requests reach it by system work only, because entries at confidential places are hidden from the login of requests.
create table directory_change (
    id              uuid        primary key,
    entity          text        not null,
    entry_id        uuid        not null,
    -- what the entry belongs to; the agency which that is decides, without one the administrator of the suite
    organization_id uuid        references organization (id),
    -- {"name": {"before": "…", "after": "…"}}: before as it stood when it was proposed; null for no value
    fields          jsonb       not null,
    comment         text,
    status          text        not null,
    proposed_by     uuid,
    proposed_at     timestamptz not null,
    decided_by      uuid,
    decided_at      timestamptz,
    reason          text,
    version         bigint      not null
);
create index directory_change_organization on directory_change (organization_id, id);
create index directory_change_proposed_by on directory_change (proposed_by, id);
-- The same twice while it is not decided helps nobody.
create unique index directory_change_once on directory_change (entity, entry_id, proposed_by, md5(fields::text))
    nulls not distinct where status = 'proposed';

-- Values that were changed here. The next import of the source would undo them: as long as the source tells what it told then, ours
-- stay; when it tells something else, it knows more.
create table directory_override (
    entity text not null,
    row_id uuid not null,
    field  text not null,
    -- by the source; null for no value
    told   text,
    primary key (entity, row_id, field)
);

-- The history of everything that is nested in a confidential place is as confidential as the place.
create view hidden_entry as
select id from hidden_place
union all select t.id from address t join hidden_place h on h.id = t.location_id
union all select t.id from accessibility t join hidden_place h on h.id = t.location_id
union all select t.id from contact t join hidden_place h on h.id in (t.location_id, t.service_at_location_id)
union all select t.id from phone t join hidden_place h on h.id in (t.location_id, t.service_at_location_id)
union all select t.id from phone t join contact c on c.id = t.contact_id
            join hidden_place h on h.id in (c.location_id, c.service_at_location_id)
union all select t.id from language t join hidden_place h on h.id = t.location_id
union all select t.id from language t join phone p on p.id = t.phone_id
            join hidden_place h on h.id in (p.location_id, p.service_at_location_id)
union all select t.id from language t join phone p on p.id = t.phone_id join contact c on c.id = p.contact_id
            join hidden_place h on h.id in (c.location_id, c.service_at_location_id)
union all select t.id from schedule t join hidden_place h on h.id in (t.location_id, t.service_at_location_id)
union all select t.id from service_area t join hidden_place h on h.id = t.service_at_location_id
union all select t.id from attribute t join hidden_place h on h.id = t.link_id;

create or replace view metadata_shown as
select m.* from metadata m where not exists (select 1 from hidden_entry h where h.id = m.resource_id);

-- Every entry by its entity, for what names an entry of any kind.
do $$
begin
    execute 'create view directory_entry as ' || (
        select string_agg(format('select %L as entity, id from %I', name, name), ' union all ')
          from unnest(array['organization', 'program', 'taxonomy', 'taxonomy_term', 'unit', 'location', 'service',
              'service_at_location', 'contact', 'phone', 'schedule', 'service_area', 'language', 'funding', 'accessibility', 'address',
              'cost_option', 'required_document', 'organization_identifier', 'url', 'service_capacity', 'attribute', 'metadata',
              'meta_table_description']) as name);
end $$;

grant select on directory_entry to ${system};
grant select, insert, update on directory_change to ${system};
grant select, insert, update, delete on directory_override to ${system};
grant select on hidden_entry to ${system};
