-- How much of a caseload a case is, and why a worker was given more than the limit.
alter table client_case add column weight integer not null default 1 check (weight between 1 and 5);
alter table client_case alter column weight drop default;
alter table case_transfer add column override_reason bytea;

-- Referrals that went on when an ending was completed, and that the worker knew of: a supervisor who approves it later closes over no other.
alter table closure add column known_referrals uuid[] not null default '{}';
alter table closure alter column known_referrals drop default;
