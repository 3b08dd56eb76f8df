-- Imports of the directory: what came of each, and the rows on their way in.
create table directory_import (
    id         uuid        primary key,
    source     text        not null,
    status     text        not null check (status in ('running', 'done', 'refused', 'failed')),
    step       text        not null,
    started_by text        not null,
    created_at timestamptz not null,
    -- the process at work says now and then that it is alive
    beat_at    timestamptz not null,
    ended_at   timestamptz,
    added      bigint      not null default 0,
    changed    bigint      not null default 0,
    unchanged  bigint      not null default 0,
    vanished   bigint      not null default 0,
    refusal    text
);
-- Two at once would each take the other's rows for vanished.
create unique index directory_import_running on directory_import ((true)) where status = 'running';

create table directory_import_file (
    import_id uuid   not null references directory_import (id) on delete cascade,
    file      text   not null,
    rows      bigint not null,
    primary key (import_id, file)
);

create table directory_import_issue (
    id        bigint generated always as identity primary key,
    import_id uuid   not null references directory_import (id) on delete cascade,
    code      text   not null,
    file      text,
    line      bigint,
    field     text,
    detail    text
);
create index directory_import_issue_import on directory_import_issue (import_id, id);

-- All issues are counted, a limited number of them is kept.
create table directory_import_count (
    import_id uuid   not null references directory_import (id) on delete cascade,
    code      text   not null,
    issues    bigint not null,
    primary key (import_id, code)
);

-- Rows as the source tells them, cleaned. Emptied with each import; not worth a write-ahead log.
create unlogged table directory_import_row (
    id        bigint generated always as identity primary key,
    import_id uuid   not null,
    entity    text   not null,
    row_id    uuid,
    source_id text,
    file      text   not null,
    line      bigint not null,
    row       jsonb  not null,
    -- ids of others as the source writes them, where those are no UUIDs
    told      jsonb  not null default '{}',
    -- cannot be taken; what is known of it stays as it is
    left_out  boolean not null default false
);
create index directory_import_row_id on directory_import_row (import_id, entity, row_id);

grant select, insert, update, delete on directory_import, directory_import_file, directory_import_issue,
                directory_import_count, directory_import_row to ${system};
grant select on directory_import, directory_import_file, directory_import_issue, directory_import_count to ${app};
