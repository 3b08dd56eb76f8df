-- Looking back: on the days of the agreement, at how far the client gets by alone, and at work that is extended again and again.
-- Words and levels stand in sealed columns only.
create table review (
    id           uuid primary key,
    case_id      uuid   not null references client_case (id),
    client_id    uuid   not null,
    home_agency  uuid   not null,
    agreement_id uuid   references agreement (id),
    due_on       date   not null,
    status       text   not null,
    held_on      date,
    words        bytea,
    decision     text,
    held_by      text,
    version      bigint not null,
    check ((status = 'held') = (held_on is not null) and (held_on is null) = (decision is null)
           and (held_on is null) = (words is null))
);
create index review_case on review (case_id, due_on, id);
create index review_planned on review (home_agency, due_on) where status = 'planned';

create table self_sufficiency (
    id          uuid primary key,
    case_id     uuid   not null references client_case (id),
    client_id   uuid   not null,
    home_agency uuid   not null,
    occasion    text   not null,
    levels      bytea  not null,
    measured_on date   not null,
    measured_by text   not null,
    version     bigint not null
);
create index self_sufficiency_case on self_sufficiency (case_id, measured_on, id);

create table dependency_review (
    id           uuid primary key,
    case_id      uuid        not null references client_case (id),
    client_id    uuid        not null,
    home_agency  uuid        not null,
    agreement_id uuid        not null references agreement (id),
    extensions   integer     not null,
    status       text        not null,
    raised_at    timestamptz not null,
    outcome      text,
    words        bytea,
    held_by      text,
    held_at      timestamptz,
    version      bigint      not null,
    check ((status = 'held') = (held_at is not null) and (held_at is null) = (outcome is null))
);
create index dependency_review_case on dependency_review (case_id, id);
create unique index dependency_review_raised on dependency_review (home_agency, case_id) where status = 'raised';

-- They stay between the client and the home agency: no grant opens them.
do $$
declare
    t text;
begin
    foreach t in array array ['review', 'self_sufficiency', 'dependency_review'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own on %I to ${app} using (access_open() and home_agency = acting_agency())', t);
        perform hide_restricted(t);
    end loop;
end $$;
grant select, insert, update on review, dependency_review to ${app};
-- What was measured stays: nobody is granted update or delete.
grant select, insert on self_sufficiency to ${app};

-- The planned end of the version that came into force last, and how often it was moved out. Cases of before count from now on.
alter table client_case add column agreed_until date;
alter table client_case add column extensions integer not null default 0;
alter table client_case alter column extensions drop default;

-- For cases and agreements of before, which their forced policies would hide from this migration too.
alter table client_case no force row level security;
alter table agreement no force row level security;
alter table review no force row level security;
update client_case c set agreed_until = a.planned_end_on from agreement a where a.case_id = c.id and a.status = 'agreed';
insert into review (id, case_id, client_id, home_agency, agreement_id, due_on, status, version)
select gen_random_uuid(), a.case_id, a.client_id, a.home_agency, a.id, day, 'planned', 0
  from agreement a cross join unnest(a.review_on) as day
 where a.status = 'agreed' and day >= current_date;
alter table client_case force row level security;
alter table agreement force row level security;
alter table review force row level security;
