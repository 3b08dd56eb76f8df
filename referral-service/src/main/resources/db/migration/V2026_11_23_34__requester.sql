-- Who asked for the referral: a worker with the client, or the client alone, in the system of a partner.
alter table referral add column requester text not null default 'worker';
