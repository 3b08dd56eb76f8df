-- Which steps of the same case a step waits for. That they never wait for one another in a circle is kept by whoever holds the case.
create table step_dependency (
    step_id    uuid not null references step (id),
    depends_on uuid not null references step (id),
    primary key (step_id, depends_on),
    check (step_id <> depends_on)
);
alter table step_dependency enable row level security;
alter table step_dependency force row level security;
-- as visible as the step itself, whose own policies decide in the subquery
create policy of_step on step_dependency for select to ${app}
    using (access_open() and exists (select from step s where s.id = step_dependency.step_id));
create policy written on step_dependency for insert to ${app}
    with check (access_open() and exists (select from step s
                                           where s.id = step_dependency.step_id and s.home_agency = acting_agency()));
create policy taken_away on step_dependency for delete to ${app}
    using (access_open() and exists (select from step s
                                      where s.id = step_dependency.step_id and s.home_agency = acting_agency()));
-- what referrals move is told with what it waits for
create policy events on step_dependency for select to ${system} using (system_job() = 'inbox');
grant select, insert, delete on step_dependency to ${app};
grant select on step_dependency to ${system};
