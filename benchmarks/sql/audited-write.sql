-- The statements of POST /v1/clients without the client key, which is made once for a client's lifetime, and the blind tokens.
begin;
select set_config('alongside.agency', :agency, true), set_config('alongside.access', gen_random_uuid()::text, true),
       set_config('alongside.job', '', true), set_config('alongside.oversight', '', true);
insert into client (id, home_agency, identity, contact, registered_at, changed_at, version)
values (gen_random_uuid(), :agency::uuid, decode(repeat('ab', 250), 'hex'), decode(repeat('ab', 200), 'hex'), now(), now(), 0);
insert into outbox (id, topic, key, type, subject, payload, snapshot, created_at)
values (gen_random_uuid(), 'benchmark', 'client', 'benchmark', 'benchmark', decode(repeat('ab', 120), 'hex'), false, now());
insert into outbox (id, topic, key, type, subject, payload, snapshot, created_at)
values (gen_random_uuid(), 'benchmark', 'intake', 'benchmark', 'benchmark', decode(repeat('ab', 450), 'hex'), false, now());
commit;
