-- Days on which timetables tell nothing.
create table holiday (
    day  date primary key,
    name text not null
);
grant select, insert, update, delete on holiday to ${app};

create index if not exists schedule_location on schedule (location_id);
create index if not exists schedule_service_at_location on schedule (service_at_location_id);
