-- Requests that must take effect once. Holds no client data: key and body are there as keyed MACs only. Rows live 48 hours.
create table idempotency_key (
    id          bytea       primary key,
    request     bytea       not null,
    -- null only inside the transaction that makes the resource
    resource_id uuid,
    created_at  timestamptz not null
);
create index idempotency_key_age on idempotency_key using brin (created_at);

grant select, insert, update (resource_id) on idempotency_key to ${app};
grant select, delete on idempotency_key to ${system};
