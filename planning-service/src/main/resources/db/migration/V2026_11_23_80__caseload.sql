-- How much of a caseload a case is, and why a worker was given more than the limit.
alter table client_case add column weight integer not null default 1 check (weight between 1 and 5);
alter table client_case alter column weight drop default;
alter table case_transfer add column override_reason bytea;
