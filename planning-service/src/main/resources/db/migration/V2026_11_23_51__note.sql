-- Notes of the work in a case. What is written stays: a note is put right by another one that names it.
create table note (
    id          uuid primary key,
    case_id     uuid        not null references client_case (id),
    client_id   uuid        not null,
    home_agency uuid        not null,
    corrects    uuid        references note (id),
    kind        text        not null,
    -- parts of which a grant opens it
    parts       text[]      not null check (cardinality(parts) > 0 and parts <@ array['notes', 'plan']),
    words       bytea       not null,
    author      text        not null,
    written_at  timestamptz not null,
    version     bigint      not null
);
create index note_case on note (case_id, id);
create index note_corrects on note (corrects) where corrects is not null;

alter table note enable row level security;
alter table note force row level security;
create policy visible on note for select to ${app}
    using (access_open() and (home_agency = acting_agency() or exists (
        select 1 from access_grant g
         where g.client_id = note.client_id and g.grantee = acting_agency() and g.revoked_at is null
           and g.valid_from <= now() and g.valid_until > now() and g.parts && note.parts)));
create policy written on note for insert to ${app} with check (access_open() and home_agency = acting_agency());
-- Nobody is granted update or delete.
grant select, insert on note to ${app};
select hide_restricted('note');
