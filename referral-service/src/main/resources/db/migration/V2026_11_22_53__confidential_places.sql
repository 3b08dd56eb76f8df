-- Of a confidential place its name, its organization and that it is confidential are shown, and nothing else: not what is nested
-- in it, not what is nested in a service at it, not the history of any of that. A column or an entity that comes later stays
-- hidden until it is named here.
create view hidden_place as
select l.id from location l where l.x_confidential
union all
select x.id from service_at_location x join location l on l.id = x.location_id where l.x_confidential;
create index location_confidential on location (id) where x_confidential;

create or replace view location_shown as
select id, location_type, case when not x_confidential then url end as url, organization_id, name,
       case when not x_confidential then alternate_name end as alternate_name,
       case when not x_confidential then description end as description,
       case when not x_confidential then transportation end as transportation,
       case when not x_confidential then latitude end as latitude,
       case when not x_confidential then longitude end as longitude,
       case when not x_confidential then external_identifier end as external_identifier,
       case when not x_confidential then external_identifier_type end as external_identifier_type,
       x_confidential, x_source, x_source_id, x_modified_at, x_vanished_at
  from location;

create view service_at_location_shown as
select t.id, t.service_id, t.location_id,
       case when not exists (select 1 from hidden_place h where h.id = t.id) then t.description end as description,
       t.x_source, t.x_source_id, t.x_modified_at, t.x_vanished_at
  from service_at_location t;

create view accessibility_shown as
select t.* from accessibility t where not exists (select 1 from hidden_place h where h.id = t.location_id);

create view contact_shown as
select t.* from contact t
 where not exists (select 1 from hidden_place h where h.id = t.location_id)
   and not exists (select 1 from hidden_place h where h.id = t.service_at_location_id);

create view phone_shown as
select t.* from phone t
 where not exists (select 1 from hidden_place h where h.id = t.location_id)
   and not exists (select 1 from hidden_place h where h.id = t.service_at_location_id)
   and (t.contact_id is null or exists (select 1 from contact_shown c where c.id = t.contact_id));

create view language_shown as
select t.* from language t
 where not exists (select 1 from hidden_place h where h.id = t.location_id)
   and (t.phone_id is null or exists (select 1 from phone_shown p where p.id = t.phone_id));

create view schedule_shown as
select t.* from schedule t
 where not exists (select 1 from hidden_place h where h.id = t.location_id)
   and not exists (select 1 from hidden_place h where h.id = t.service_at_location_id);

create view service_area_shown as
select t.* from service_area t where not exists (select 1 from hidden_place h where h.id = t.service_at_location_id);

create view attribute_shown as
select t.* from attribute t where not exists (select 1 from hidden_place h where h.id = t.link_id);

create or replace view metadata_shown as
select m.* from metadata m
 where not exists (select 1 from hidden_place h where h.id = m.resource_id)
   and not exists (select 1 from address a join hidden_place h on h.id = a.location_id where a.id = m.resource_id);

grant select on service_at_location_shown, accessibility_shown, contact_shown, phone_shown, language_shown, schedule_shown,
                service_area_shown, attribute_shown to ${app}, ${system};
-- Where the views are not enough by themselves, nothing else is left.
revoke select on location, accessibility, contact, phone, language from ${app};
