-- Which of its levels a goal was found at, and by what that was seen. What was measured stays; measuring again is another row.
create table goal_measurement (
    id          uuid primary key,
    goal_id     uuid        not null references goal (id),
    case_id     uuid        not null references client_case (id),
    client_id   uuid        not null,
    home_agency uuid        not null,
    level       integer     not null check (level between -2 and 2),
    evidence    bytea       not null,
    measured_on date        not null,
    measured_by text        not null,
    recorded_at timestamptz not null,
    version     bigint      not null
);
create index goal_measurement_case on goal_measurement (case_id, measured_on, id);

alter table goal_measurement enable row level security;
alter table goal_measurement force row level security;
create policy visible on goal_measurement for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = goal_measurement.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now() and 'plan' = any (g.parts))));
create policy written on goal_measurement for insert to ${app} with check (access_open() and home_agency = acting_agency());
-- Nobody is granted update or delete.
grant select, insert on goal_measurement to ${app};
select hide_restricted('goal_measurement');
