-- A postal code has a digit and no long word in it: "Nationwide" and "Ward 12" are none, "SW1A 1AA" is one.
create or replace function postal_codes(extent text) returns text[] language sql immutable parallel safe as $$
    select array_agg(code) from (select btrim(part, E' \t\r\n') as code from unnest(string_to_array(extent, ',')) part) parts
     where code ~ '^[0-9A-Za-z][0-9A-Za-z -]{1,9}$' and code ~ '[0-9]' and code !~ '[A-Za-z]{4}' $$;
-- Shapes on the map hold digits, too. The table is written anew, so that all its codes are those of the function above.
alter table service_area alter postal_codes set expression as (
    case when extent_type is null or lower(extent_type) = 'text' then postal_codes(extent) end);

-- Whether an area is told by other things than postal codes, at least in part.
create function told_in_words(extent text, postal_codes text[]) returns boolean language sql immutable parallel safe as $$
    select postal_codes is null or cardinality(postal_codes) < (
        select count(*) from unnest(string_to_array(extent, ',')) part where btrim(part, E' \t\r\n') <> '') $$;

-- What is told of a confidential place finds no service: where it is follows from its areas as well. A service that tells areas in
-- words may work anywhere, whatever postal codes it names besides.
create or replace function refresh_service_finder(services uuid[]) returns void language sql as $$
    delete from service_finder f where f.service_id = any(services) and not exists (
        select 1 from service s where s.id = f.service_id and s.status = 'active' and s.x_vanished_at is null);
    insert into service_finder (service_id, keys, words, service_name, organization_id, organization_name, agency_id, minimum_age, maximum_age,
           response_hours, has_area, languages, interpretation, attributes, latitudes, longitudes)
    select s.id,
           (select array_agg(c.code || k.key)
              from (select t.code from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id
                     where a.link_id = s.id and a.link_type = 'need_category' and a.x_vanished_at is null
                       and t.code is not null
                    union select '') c,
                   (select '@' || unnest(area.codes) as key
                    union select '@*' where area.anywhere
                    union select '#' || finder_cell(p.latitude, p.longitude)
                            from unnest(place.latitudes, place.longitudes) as p (latitude, longitude)) k),
           search_words(concat_ws(' ', s.name, s.alternate_name, s.description, o.name)),
           s.name, o.id, o.name, o.x_agency_id, s.minimum_age, s.maximum_age, s.x_response_hours,
           not area.anywhere,
           coalesce((select array_agg(distinct lower(split_part(g.code, '-', 1))) from language g
                      where g.service_id = s.id and g.code is not null and g.x_vanished_at is null), '{}'),
           s.interpretation_services is not null,
           coalesce((select array_agg(distinct t.code order by t.code)
                       from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id
                      where a.link_id = s.id and a.link_type is distinct from 'need_category'
                        and a.x_vanished_at is null and t.code is not null), '{}'),
           place.latitudes, place.longitudes
      from service s
      join organization o on o.id = s.organization_id
      -- a service that tells no areas may work anywhere, too
      cross join lateral (
           select coalesce(array_agg(distinct code) filter (where code is not null), '{}') as codes,
                  coalesce(bool_or(told_in_words(x.extent, x.postal_codes)), true) as anywhere
             from (select x.extent, x.postal_codes from service_area_shown x
                    where x.service_id = s.id and x.x_vanished_at is null
                   union all
                   select x.extent, x.postal_codes from service_at_location l
                     join location p on p.id = l.location_id
                     join service_area_shown x on x.service_at_location_id = l.id
                    where l.service_id = s.id and l.x_vanished_at is null and p.x_vanished_at is null
                      and x.x_vanished_at is null) x
             left join lateral unnest(x.postal_codes) as code on true) area
      -- a confidential place is found by no distance
      cross join lateral (
           select coalesce(array_agg(l.latitude::double precision order by l.id), '{}') as latitudes,
                  coalesce(array_agg(l.longitude::double precision order by l.id), '{}') as longitudes
             from service_at_location x join location l on l.id = x.location_id
            where x.service_id = s.id and x.x_vanished_at is null and l.x_vanished_at is null
              and not l.x_confidential and l.latitude is not null and l.longitude is not null) place
     where s.id = any(services) and s.status = 'active' and s.x_vanished_at is null
    on conflict (service_id) do update
       set keys = excluded.keys, words = excluded.words, service_name = excluded.service_name,
           organization_id = excluded.organization_id, organization_name = excluded.organization_name,
           agency_id = excluded.agency_id, minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age,
           response_hours = excluded.response_hours, has_area = excluded.has_area, languages = excluded.languages,
           interpretation = excluded.interpretation, attributes = excluded.attributes, latitudes = excluded.latitudes,
           longitudes = excluded.longitudes
$$;

-- Requests read these through their views only.
revoke select on schedule, service_area, attribute from ${app};

-- What is there already.
do $$ begin perform refresh_service_finder(array(select id from service)); end $$;
