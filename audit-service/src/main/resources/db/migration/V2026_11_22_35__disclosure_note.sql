-- What a client says to a line of the account of disclosures. The words are sealed; they and the line never change, and an answer is
-- given once.
create table disclosure_note (
    id          uuid        primary key,
    client_id   uuid        not null,
    home_agency uuid        not null,
    entry_index bigint      not null,
    kind        text        not null,
    status      text        not null,
    words       bytea       not null,
    author      text        not null,
    noted_at    timestamptz not null,
    answer      bytea,
    answered_by text,
    answered_at timestamptz,
    version     bigint      not null,
    check ((status = 'answered') = (answer is not null) and (answer is null) = (answered_by is null)
           and (answer is null) = (answered_at is null))
);
create index disclosure_note_entry on disclosure_note (client_id, entry_index);

create function refuse_second_answer() returns trigger language plpgsql as $$
begin
    raise exception 'update of disclosure_note % refused: it is answered', old.id using errcode = '42501';
end $$;
create trigger answered_once before update on disclosure_note
    for each row when (old.status = 'answered') execute function refuse_second_answer();

alter table disclosure_note enable row level security;
alter table disclosure_note force row level security;
create policy note_readers on disclosure_note for select to ${app}
    using (access_open() and (oversight() or home_agency = acting_agency()));
create policy note_authors on disclosure_note for insert to ${app}
    with check (access_open() and home_agency = acting_agency());
create policy note_answers on disclosure_note for update to ${app}
    using (access_open() and home_agency = acting_agency()) with check (home_agency = acting_agency());
grant select, insert, update (status, answer, answered_by, answered_at, version) on disclosure_note to ${app};
