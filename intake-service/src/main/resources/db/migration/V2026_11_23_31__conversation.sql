-- Talks that are part of intake. Never changed: what was recorded by mistake is marked so.
create table conversation (
    id          uuid primary key,
    client_id   uuid        not null references client (id),
    home_agency uuid        not null,
    status      text        not null,
    kind        text        not null,
    held_at     timestamptz not null,
    held_by     text        not null,
    content     bytea       not null,
    recorded_at timestamptz not null,
    version     bigint      not null
);
create index conversation_client on conversation (client_id, id);

alter table conversation enable row level security;
alter table conversation force row level security;
create policy own on conversation to ${app} using (access_open() and home_agency = acting_agency());

grant select, insert, update on conversation to ${app};

select hide_restricted('conversation');
