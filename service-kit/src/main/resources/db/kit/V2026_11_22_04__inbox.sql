-- What this service has taken from the others' topics. Ids and codes only: no personal data in any column.

-- Every event received once: applied, or set aside in dead_letter. Written in the transaction of the effect.
create table inbox (
    event_id    uuid        primary key,
    received_at timestamptz not null default now()
);
create index inbox_age on inbox using brin (received_at);

-- Last version applied per aggregate; the next event must be the next version.
create table inbox_aggregate (
    topic        text   not null,
    key          text   not null,
    last_version bigint not null,
    primary key (topic, key)
);

-- Records that could not be applied, byte for byte as received, and those waiting behind them. While a key has a waiting
-- row, later events of that topic and key join it here, so that their order is kept.
create table dead_letter (
    id                uuid        primary key,
    consumer          text        not null,
    topic             text        not null,
    "partition"       integer     not null,
    "offset"          bigint      not null,
    key               text,
    header_names      text[]      not null,
    header_values     bytea[]     not null,
    payload           bytea,
    -- null when the headers could not be read
    event_id          uuid,
    type              text,
    aggregate_version bigint,
    reason            text        not null check (reason in ('unreadable', 'schema', 'handler', 'gap', 'behind')),
    -- class names and error codes, no values
    detail            text        not null,
    parked_at         timestamptz not null,
    state             text        not null check (state in ('waiting', 'replayed', 'superseded', 'discarded', 'unreadable')),
    settled_at        timestamptz
);
create index dead_letter_waiting on dead_letter (consumer, topic, key, aggregate_version) where state = 'waiting';

grant select, insert, update, delete on inbox to ${system};
grant select, insert, update on inbox_aggregate, dead_letter to ${system};
