-- The statements of GET /v1/clients/{clientId} by the home agency, in their order (see AccessTransactions, ClientService).
\set n random(1, :clients)
begin;
select set_config('alongside.agency', :agency, true), set_config('alongside.access', gen_random_uuid()::text, true),
       set_config('alongside.job', '', true), set_config('alongside.oversight', '', true);
select id, changed_at, contact, home_agency, identity, registered_at, version
  from client where id = (select id from benchmark_client where n = :n);
select wrapped, destroyed_at from client_key where client_id = (select id from benchmark_client where n = :n);
insert into outbox (id, topic, key, type, subject, payload, snapshot, created_at)
values (gen_random_uuid(), 'benchmark', 'intake', 'benchmark', 'benchmark', decode(repeat('ab', 450), 'hex'), false, now());
commit;
