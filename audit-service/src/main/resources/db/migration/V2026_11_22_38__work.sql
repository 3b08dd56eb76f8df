-- What the rules know about work, learned from the access log as they read it, so that they need not read it again.

-- Who has changed something in the record of a client, at the client's home agency.
create table worker_client (
    client uuid not null,
    worker text not null,
    primary key (client, worker)
);

-- Of how many clients two workers of an agency have both changed the record. Both directions are stored.
create table colleague (
    worker  text    not null,
    other   text    not null,
    clients integer not null,
    primary key (worker, other)
);

create table worker_profile (
    worker     text             primary key,
    first_seen timestamptz      not null,
    -- hours with at least one access that have ended
    hours      integer          not null default 0,
    -- most clients in one of them, fading
    peak       double precision not null default 0
);

create table worker_hour (
    worker  text        not null,
    hour    timestamptz not null,
    clients integer     not null,
    -- whether worker_profile holds it
    folded  boolean     not null default false,
    primary key (worker, hour)
);

create table worker_hour_client (
    worker text        not null,
    hour   timestamptz not null,
    client uuid        not null,
    primary key (worker, hour, client)
);

-- Refusals of an actor in five minutes.
create table refusal_span (
    actor    text        not null,
    span     timestamptz not null,
    refusals integer     not null,
    primary key (actor, span)
);

do $$
declare t text;
begin
    foreach t in array array['worker_client', 'colleague', 'worker_profile', 'worker_hour', 'worker_hour_client', 'refusal_span'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy rules on %I to ${system} using (system_job() = ''alert'')', t);
        execute format('grant select, insert, update, delete on %I to ${system}', t);
    end loop;
end $$;
