-- A ZIP+4 code is a part of its ZIP code: people and areas are compared by the first five digits. Both functions are bound to what
-- they call when they are made: a restored dump computes them without a search path.
create function postal_key(code text) returns text language sql immutable parallel safe
    return regexp_replace(code, '^([0-9]{5})[- ]?[0-9]{4}$', '\1');
create or replace function postal_codes(extent text) returns text[] language sql immutable parallel safe
    return (select array_agg(postal_key(code)) from (
        select btrim(part, E' \t\r\n') as code from unnest(string_to_array(extent, ',')) part) parts
     where code ~ '^[0-9A-Za-z][0-9A-Za-z -]{1,9}$' and code ~ '[0-9]' and code !~ '[A-Za-z]{4}');
-- The table is written anew, so that all its codes are those of the function above.
alter table service_area alter postal_codes set expression as (
    case when extent_type is null or lower(extent_type) = 'text' then postal_codes(extent) end);
create index address_postal_key on address (postal_key(postal_code));

-- Places of a part of the map, as location_shown tells them.
create index location_shown_place on location (
    (case when not x_confidential then latitude end), (case when not x_confidential then longitude end));

-- What is there already.
do $$ begin perform refresh_service_finder(array(select id from service)); end $$;
