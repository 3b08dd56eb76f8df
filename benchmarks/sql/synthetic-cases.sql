-- Cases number %1$d to %2$d of one agency, 200 for each worker: the first 200 of the worker %3$s. Each has three goals, five steps that are due
-- within a month before or after today, a review, and every tenth a hesitation. What is sealed elsewhere is a byte here: nothing of it can be
-- read, and a queue reads none of it. Ids begin with 0e, so that they can be found and removed.
insert into client_case (id, intake_id, client_id, home_agency, status, phase, primary_worker, opened_at, version, agreed_until, extensions)
select ('0e000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ('0e000000-0000-4000-8001-' || lpad(n::text, 12, '0'))::uuid,
       ('0e000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid, '0a000000-0000-4000-8000-000000000001', 'open', 'acting',
       case when n <= 200 then '%3$s' else '0e-worker-' || n / 200 end, now() - interval '60 days', 0,
       current_date + (n %% 90) - 10, 0
  from generate_series(%1$d, %2$d) n;
insert into need (id, assessment_id, client_id, home_agency, category, severity, urgency, priority, version, client_view, current)
select ('0e000000-0000-4000-8003-' || lpad(n::text, 12, '0'))::uuid, ('0e000000-0000-4000-8004-' || lpad(n::text, 12, '0'))::uuid,
       ('0e000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid, '0a000000-0000-4000-8000-000000000001', 'legal-aid', 2, 'soon', 1,
       0, 'agrees', true
  from generate_series(%1$d, %2$d) n;
insert into goal (id, case_id, client_id, home_agency, need_id, status, words, weight, version, despite_denial)
select ('0e000000-0000-4000-81' || lpad(k::text, 2, '0') || '-' || lpad(n::text, 12, '0'))::uuid,
       ('0e000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ('0e000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid,
       '0a000000-0000-4000-8000-000000000001', ('0e000000-0000-4000-8003-' || lpad(n::text, 12, '0'))::uuid,
       (array['proposed', 'active', 'active'])[k], '\x00', 1, 0, false
  from generate_series(%1$d, %2$d) n cross join generate_series(1, 3) k;
insert into step (id, goal_id, case_id, client_id, home_agency, owner, status, words, due_on, version)
select ('0e000000-0000-4000-82' || lpad(k::text, 2, '0') || '-' || lpad(n::text, 12, '0'))::uuid,
       ('0e000000-0000-4000-8102-' || lpad(n::text, 12, '0'))::uuid, ('0e000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
       ('0e000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid, '0a000000-0000-4000-8000-000000000001',
       (array['client', 'worker', 'agency'])[1 + (n + k) %% 3], (array['todo', 'doing', 'done'])[1 + (n * 7 + k) %% 3], '\x00',
       current_date + ((n * 13 + k * 17) %% 61) - 30, 0
  from generate_series(%1$d, %2$d) n cross join generate_series(1, 5) k;
insert into review (id, case_id, client_id, home_agency, due_on, status, version)
select ('0e000000-0000-4000-8300-' || lpad(n::text, 12, '0'))::uuid, ('0e000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
       ('0e000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid, '0a000000-0000-4000-8000-000000000001',
       current_date + (n %% 61) - 30, 'planned', 0
  from generate_series(%1$d, %2$d) n;
insert into hesitation (id, case_id, goal_id, client_id, home_agency, status, cause, raised_by, raised_at, version)
select ('0e000000-0000-4000-8400-' || lpad(n::text, 12, '0'))::uuid, ('0e000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
       ('0e000000-0000-4000-8102-' || lpad(n::text, 12, '0'))::uuid, ('0e000000-0000-4000-8002-' || lpad(n::text, 12, '0'))::uuid,
       '0a000000-0000-4000-8000-000000000001', 'raised', 'fear', 'somebody', now(), 0
  from generate_series(%1$d, %2$d) n where n %% 10 = 0;
