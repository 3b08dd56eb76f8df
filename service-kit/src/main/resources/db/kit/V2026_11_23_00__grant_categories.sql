-- Need categories about which the grant opens assessments. Empty until the grant is told anew: a copy opens too little, never too much.
alter table access_grant add column categories text[] not null default '{}';
