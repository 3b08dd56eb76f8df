-- Whom a service is for, as the rules of docs/eligibility.md. A service without a row is for everybody of its ages.
create table service_eligibility (
    service_id uuid        primary key references service (id) on delete cascade,
    rule       jsonb       not null,
    changed_at timestamptz not null,
    version    bigint      not null
);

-- Income limits by size of household. A line is never changed: a new year is a new row.
create table poverty_line (
    name         text      not null,
    valid_from   date      not null,
    currency     text      not null,
    -- a year, for households of one person, two, ...
    amounts      numeric[] not null check (cardinality(amounts) > 0),
    -- for each person more than there are amounts
    each_further numeric   not null check (each_further >= 0),
    source       text      not null,
    primary key (name, valid_from)
);

grant select, insert, update on service_eligibility to ${app};
grant select, insert on poverty_line to ${app};
grant select, insert, update on service_eligibility to ${system};
grant select, insert on poverty_line to ${system};
