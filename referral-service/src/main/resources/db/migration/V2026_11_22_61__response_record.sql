-- How often an agency answered in the promised time, lately. Only of agencies with enough referrals that the share tells of none
-- of them; written anew by the job response-record, read by matching.
create table response_record (
    agency_id uuid    primary key,
    -- in percent
    in_time   integer not null check (in_time between 0 and 100)
);

grant select on response_record to ${app};
grant select, insert, delete on response_record to ${system};
