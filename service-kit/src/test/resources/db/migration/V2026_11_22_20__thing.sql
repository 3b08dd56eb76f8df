create table thing (
    id          uuid primary key,
    client_id   uuid   not null,
    home_agency uuid   not null,
    label       text,
    version     bigint not null
);
alter table thing enable row level security;
alter table thing force row level security;
create policy visible on thing to ${app}
    using (access_open() and (oversight() or home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = thing.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now())));
create policy jobs on thing to ${system} using (system_job() = 'count-things');
grant select, insert, update on thing to ${app}, ${system};
