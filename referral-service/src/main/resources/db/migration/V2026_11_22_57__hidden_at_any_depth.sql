-- Whatever hangs on a confidential place, at any depth, is as hidden as the place: attributes of its telephones, the history of these
-- attributes. Neither does it show when the place is lost from it: an entry that hangs on nothing is hidden, and so is one whose
-- history says that it hung on a confidential place and that now says nothing in its stead.

-- Text that anybody may have written; null when it is no UUID.
create function as_uuid(written text) returns uuid language sql immutable parallel safe as $$
    select case when written ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then written::uuid end $$;

-- What an entry hung on before, by the column that said so.
create index metadata_formerly_on on metadata (as_uuid(previous_value))
    where field_name in ('location_id', 'service_at_location_id', 'contact_id', 'phone_id', 'link_id');
create view formerly_on as
select resource_id as id, field_name as key, as_uuid(previous_value) as parent from metadata
 where field_name in ('location_id', 'service_at_location_id', 'contact_id', 'phone_id', 'link_id');

-- A service that moved away from a confidential place takes along what was said of it there.
create or replace view hidden_place as
select l.id from location l where l.x_confidential
union all
select x.id from service_at_location x join location l on l.id = x.location_id where l.x_confidential
union all
select f.id from location l join formerly_on f on f.parent = l.id and f.key = 'location_id'
         join service_at_location x on x.id = f.id
 where l.x_confidential;

create view lost_place as
select f.id, f.key from hidden_place h join formerly_on f on f.parent = h.id;

create or replace view address_shown as
select t.* from address t
 where t.location_id is not null and not exists (select 1 from hidden_place h where h.id = t.location_id);

create or replace view accessibility_shown as
select t.* from accessibility t
 where t.location_id is not null and not exists (select 1 from hidden_place h where h.id = t.location_id);

create or replace view service_area_shown as
select t.* from service_area t
 where coalesce(t.service_id, t.service_at_location_id) is not null
   and not exists (select 1 from hidden_place h where h.id = t.service_at_location_id)
   and (t.service_at_location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'service_at_location_id'));

create or replace view schedule_shown as
select t.* from schedule t
 where coalesce(t.service_id, t.location_id, t.service_at_location_id) is not null
   and not exists (select 1 from hidden_place h where h.id = t.location_id)
   and not exists (select 1 from hidden_place h where h.id = t.service_at_location_id)
   and (t.location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'location_id'))
   and (t.service_at_location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'service_at_location_id'));

create or replace view contact_shown as
select t.* from contact t
 where coalesce(t.organization_id, t.service_id, t.location_id, t.service_at_location_id) is not null
   and not exists (select 1 from hidden_place h where h.id = t.location_id)
   and not exists (select 1 from hidden_place h where h.id = t.service_at_location_id)
   and (t.location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'location_id'))
   and (t.service_at_location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'service_at_location_id'));

create or replace view phone_shown as
select t.* from phone t
 where coalesce(t.organization_id, t.service_id, t.contact_id, t.location_id, t.service_at_location_id) is not null
   and not exists (select 1 from hidden_place h where h.id = t.location_id)
   and not exists (select 1 from hidden_place h where h.id = t.service_at_location_id)
   and (t.location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'location_id'))
   and (t.service_at_location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'service_at_location_id'))
   and (case when t.contact_id is not null then exists (select 1 from contact_shown c where c.id = t.contact_id)
             else not exists (select 1 from formerly_on f where f.id = t.id and f.key = 'contact_id' and f.parent is not null
                                 and not exists (select 1 from contact_shown c where c.id = f.parent)) end);

create or replace view language_shown as
select t.* from language t
 where coalesce(t.service_id, t.location_id, t.phone_id) is not null
   and not exists (select 1 from hidden_place h where h.id = t.location_id)
   and (t.location_id is not null
        or not exists (select 1 from lost_place p where p.id = t.id and p.key = 'location_id'))
   and (case when t.phone_id is not null then exists (select 1 from phone_shown p where p.id = t.phone_id)
             else not exists (select 1 from formerly_on f where f.id = t.id and f.key = 'phone_id' and f.parent is not null
                                 and not exists (select 1 from phone_shown p where p.id = f.parent)) end);

-- Whether an entry must not be told of: it is a confidential place or hangs on nothing, or it hangs on such a one, at any depth. That
-- it once did is enough, because attributes and history are of that time as well. Asked upwards from the entry, so that it costs
-- the same however many places are confidential. With the rights of its owner: requests read none of these tables.
create function is_hidden(entry uuid) returns boolean language plpgsql stable security definer
set search_path from current as $$
begin
    return exists (
        with recursive above (id) as (
            select entry
            union
            select p.id from above a cross join lateral (
                select t.location_id from address t where t.id = a.id
                union all select t.location_id from accessibility t where t.id = a.id
                union all select t.service_at_location_id from service_area t where t.id = a.id
                union all select unnest(array[t.location_id, t.service_at_location_id]) from schedule t where t.id = a.id
                union all select unnest(array[t.location_id, t.service_at_location_id]) from contact t where t.id = a.id
                union all select unnest(array[t.location_id, t.service_at_location_id, t.contact_id]) from phone t
                           where t.id = a.id
                union all select unnest(array[t.location_id, t.phone_id]) from language t where t.id = a.id
                union all select t.link_id from attribute t where t.id = a.id
                union all select f.parent from formerly_on f where f.id = a.id) p (id)
             where p.id is not null)
        select from above a
         where exists (select from hidden_place h where h.id = a.id)
            or exists (select from address t where t.id = a.id and t.location_id is null)
            or exists (select from accessibility t where t.id = a.id and t.location_id is null)
            or exists (select from service_area t
                        where t.id = a.id and coalesce(t.service_id, t.service_at_location_id) is null)
            or exists (select from schedule t
                        where t.id = a.id and coalesce(t.service_id, t.location_id, t.service_at_location_id) is null)
            or exists (select from contact t where t.id = a.id
                          and coalesce(t.organization_id, t.service_id, t.location_id, t.service_at_location_id) is null)
            or exists (select from phone t where t.id = a.id and coalesce(t.organization_id, t.service_id, t.contact_id,
                                                                      t.location_id, t.service_at_location_id) is null)
            or exists (select from language t
                        where t.id = a.id and coalesce(t.service_id, t.location_id, t.phone_id) is null));
end $$;

create or replace view attribute_shown as select t.* from attribute t where not is_hidden(t.link_id);

create or replace view metadata_shown as select m.* from metadata m where not is_hidden(m.resource_id);

drop view hidden_entry;

-- Who told an entry, for what others want to hang on it.
do $$
begin
    execute 'create or replace view directory_entry as ' || (
        select string_agg(format('select %L as entity, id, x_source from %I', name, name), ' union all ')
          from unnest(array['organization', 'program', 'taxonomy', 'taxonomy_term', 'unit', 'location', 'service',
              'service_at_location', 'contact', 'phone', 'schedule', 'service_area', 'language', 'funding', 'accessibility', 'address',
              'cost_option', 'required_document', 'organization_identifier', 'url', 'service_capacity', 'attribute', 'metadata',
              'meta_table_description']) as name);
end $$;

grant select on formerly_on, lost_place to ${system};
