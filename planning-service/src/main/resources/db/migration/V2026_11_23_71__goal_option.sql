-- Ways to a goal that the worker offers and the client chooses or refuses. Words stand in sealed columns only.
create table goal_option (
    id           uuid primary key,
    -- what was offered together
    offer_id     uuid        not null,
    goal_id      uuid        not null references goal (id),
    case_id      uuid        not null references client_case (id),
    client_id    uuid        not null,
    home_agency  uuid        not null,
    status       text        not null,
    words        bytea       not null,
    offered_by   text        not null,
    offered_at   timestamptz not null,
    client_words bytea,
    recorded_by  text,
    answered_at  timestamptz,
    version      bigint      not null,
    check ((status = 'offered') = (answered_at is null) and (recorded_by is null) = (answered_at is null)
           and (client_words is null or answered_at is not null))
);
create index goal_option_goal on goal_option (goal_id, id);
create index goal_option_offer on goal_option (offer_id, id);

alter table goal_option enable row level security;
alter table goal_option force row level security;
-- What was refused, and why, stays between client and worker: no grant opens it.
create policy own on goal_option to ${app} using (access_open() and home_agency = acting_agency());
grant select, insert, update on goal_option to ${app};
select hide_restricted('goal_option');
