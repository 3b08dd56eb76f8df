-- Events that this service tells the others. Written in the transaction of the change they tell about, sent to Kafka by the
-- relay. Payloads hold ids and codes only: no personal data in any column of these tables, since rows leave the service and
-- are kept for the replay window whoever is erased meanwhile. So there is no row-level security here either.
create table outbox (
    id                uuid        primary key,
    -- order of insertion; transactions that commit late leave it non-monotonic in commit order, so it is no sequence
    position          bigint      generated always as identity,
    topic             text        not null,
    key               text        not null,
    type              text        not null,
    subject           text        not null,
    payload           bytea       not null,
    traceparent       text,
    snapshot          boolean     not null,
    created_at        timestamptz not null,
    -- given by the relay, all three at once
    epoch             integer,
    sequence          bigint,
    aggregate_version bigint,
    published_at      timestamptz,
    check ((epoch is null) = (sequence is null) and (sequence is null) = (aggregate_version is null)),
    check (published_at is null or sequence is not null)
);

-- both are nearly empty all the time: the relay's polls cost next to nothing
create index outbox_unnumbered on outbox (position) where sequence is null;
create index outbox_unpublished on outbox (topic, epoch, sequence) where sequence is not null and published_at is null;
-- holds the promise "no number twice", and finds the range of a replay
create unique index outbox_sequence on outbox (topic, epoch, sequence) where sequence is not null;
-- retention deletes by age
create index outbox_age on outbox using brin (created_at);

-- Last number given per topic. The epoch is raised by hand when the database is restored from a backup, because numbers
-- given after the backup was taken are given again then.
create table outbox_topic (
    topic         text    primary key,
    epoch         integer not null,
    last_sequence bigint  not null
);

-- Last version given per aggregate (topic and key); never deleted, as versions must go on without a gap.
create table outbox_key (
    topic        text   not null,
    key          text   not null,
    last_version bigint not null,
    primary key (topic, key)
);

grant insert on outbox to ${app}, ${system};
grant select, update, delete on outbox to ${system};
grant select, insert, update on outbox_topic, outbox_key to ${system};
