-- Which clients live together, as intake-service tells it: one row for each client's list, the client itself among its members.
create table household (
    client_id   uuid   primary key,
    home_agency uuid   not null,
    members     uuid[] not null,
    version     bigint not null
);
create index household_members on household using gin (members);

alter table household enable row level security;
alter table household force row level security;
create policy facts on household to ${system} using (system_job() = 'inbox');
create policy rules on household for select to ${system} using (system_job() = 'alert');
grant select, insert, update on household to ${system};
