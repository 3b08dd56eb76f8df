-- An emergency has no consent behind it. Services that consume grants are updated before intake-service, which would tell them of one.
alter table access_grant alter column consent_id drop not null;

-- Token subject of the one worker to whom the grant opens anything; null for the whole agency.
alter table access_grant add column worker text;
