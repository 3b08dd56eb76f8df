-- Records of clients that turned out to be of a person who has another one: that goes on for both. Written in intake-service, a copy
-- elsewhere. Ids only; nothing else about the records is changed by it, so that it can be taken back.
create table merged_client (
    client_id   uuid   primary key,
    home_agency uuid   not null,
    -- null when the merge was undone: such a row stays, so that an event from before is known to be one
    survivor_id uuid   check (survivor_id <> client_id),
    version     bigint not null
);
create index merged_client_survivor on merged_client (survivor_id, client_id) where survivor_id is not null;
-- in the order of a search's pages
create index merged_client_home on merged_client (home_agency, survivor_id, client_id) where survivor_id is not null;

alter table merged_client enable row level security;
alter table merged_client force row level security;
-- For another agency nothing is merged: it knows the records that it has grants for, and not that they are of one person.
create policy own on merged_client for select to ${app} using (access_open() and home_agency = acting_agency());
create policy jobs on merged_client to ${system}
    using (system_job() is not null) with check (system_job() is not null);
grant select on merged_client to ${app};
grant select, insert, update on merged_client to ${system};
