-- What the handlers of the tests have applied, in the order in which they did.
create table thing_applied (
    position bigint generated always as identity primary key,
    key      text   not null,
    n        bigint not null,
    trace_id text
);
grant select, insert on thing_applied to ${system};
