-- What the answers came to by the rules of the instrument, sealed. Null until completed, and of those completed before there were scores.
alter table assessment add column scores bytea;
