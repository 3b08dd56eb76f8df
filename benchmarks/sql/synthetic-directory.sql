-- Services number %1$d to %2$d of a made-up country: 40,000 postal codes of which each service covers 20, but for one in a thousand
-- that is for the whole country; one place each, spread evenly over 24 by 57 degrees. Ids begin with 0f, so that they can be found
-- and removed.
insert into organization (id, name, description)
select ('0f000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Organization ' || n, 'made up'
  from generate_series(%1$d / 10, %2$d / 10) n on conflict do nothing;
insert into service (id, organization_id, name, description, status, minimum_age, x_response_hours)
select ('0f000000-0000-4000-8001-' || lpad(n::text, 12, '0'))::uuid,
       ('0f000000-0000-4000-8000-' || lpad((n / 10)::text, 12, '0'))::uuid,
       (array['Tenant advice', 'Eviction defence', 'Family shelter', 'Rent help', 'Food pantry', 'Debt counselling', 'Legal clinic'])
           [1 + n %% 7] || ' ' || n,
       'Help for people of the area with ' || (array['a lawyer', 'a home', 'money', 'food', 'papers'])[1 + n %% 5],
       'active', case when n %% 4 = 0 then 18 end, 24 * (1 + n %% 9)
  from generate_series(%1$d, %2$d) n;
insert into location (id, location_type, organization_id, latitude, longitude)
select ('0f000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid, 'physical',
       ('0f000000-0000-4000-8000-' || lpad((n / 10)::text, 12, '0'))::uuid,
       25 + 24 * ((n::bigint * 7919) %% 99991) / 99991.0, -124 + 57 * ((n::bigint * 104729) %% 99989) / 99989.0
  from generate_series(%1$d, %2$d) n;
insert into service_at_location (id, service_id, location_id)
select ('0f000000-0000-4000-8003-' || lpad(n::text, 12, '0'))::uuid, ('0f000000-0000-4000-8001-' || lpad(n::text, 12, '0'))::uuid,
       ('0f000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid
  from generate_series(%1$d, %2$d) n;
insert into service_area (id, service_id, extent, extent_type)
select ('0f000000-0000-4000-8004-' || lpad(n::text, 12, '0'))::uuid, ('0f000000-0000-4000-8001-' || lpad(n::text, 12, '0'))::uuid,
       (select string_agg((10000 + ((n::bigint * 6007 + k) %% 40000))::text, ',') from generate_series(0, 19) k), 'text'
  from generate_series(%1$d, %2$d) n where n %% 1000 <> 0;
insert into attribute (id, link_id, link_entity, link_type, taxonomy_term_id)
select ('0f000000-0000-4000-8005-' || lpad(n::text, 12, '0'))::uuid, ('0f000000-0000-4000-8001-' || lpad(n::text, 12, '0'))::uuid,
       'service', 'need_category', terms.ids[1 + n %% cardinality(terms.ids)]
  from generate_series(%1$d, %2$d) n,
       (select array_agg(distinct t.id order by t.id) as ids
          from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id
         where a.link_type = 'need_category' and a.link_id::text not like '0f%%') terms;
insert into language (id, service_id, name, code)
select ('0f000000-0000-4000-8006-' || lpad(n::text, 12, '0'))::uuid, ('0f000000-0000-4000-8001-' || lpad(n::text, 12, '0'))::uuid,
       case when n %% 10 = 0 then 'Spanish' else 'English' end, case when n %% 10 = 0 then 'es' else 'en' end
  from generate_series(%1$d, %2$d) n;
select refresh_service_finder(array(select ('0f000000-0000-4000-8001-' || lpad(n::text, 12, '0'))::uuid
                                      from generate_series(%1$d, %2$d) n));
