-- Instruments: questions and rules, no client data. A row is the file to the letter, named by its SHA-256; what assessments rest
-- on is therefore the bytes and not a name that could come to mean something else.
create table instrument (
    sha256        text primary key check (sha256 = encode(sha256(source), 'hex')),
    name          text        not null,
    version       text        not null,
    title         text        not null,
    source        bytea       not null,
    -- token subject; null for a file that came with the suite
    imported_by   text,
    stored_at     timestamptz not null,
    first_used_at timestamptz,
    unique (name, version)
);

-- Null only in assessments older than this table, until the service has started once.
alter table assessment add column instrument_sha256 text references instrument (sha256);
alter table assessment add constraint rests_on_a_stored_instrument check (instrument_sha256 is not null) not valid;
create index assessment_instrument on assessment (instrument_sha256);

-- Whoever writes, the owner of the table included: a file that was used stays, and no file is changed in its place.
create function keep_instrument() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.first_used_at is null then
        return old;
    end if;
    if tg_op = 'UPDATE' and old.first_used_at is null
        and to_jsonb(old) - 'first_used_at' = to_jsonb(new) - 'first_used_at' then
        return new;
    end if;
    raise exception 'instrument % % stays as it is: store another version', old.name, old.version
        using errcode = 'restrict_violation';
end $$;
create trigger immutable before update or delete on instrument for each row execute function keep_instrument();

create function mark_instrument_used() returns trigger language plpgsql as $$
begin
    update instrument set first_used_at = now() where sha256 = new.instrument_sha256 and first_used_at is null;
    return null;
end $$;
create trigger first_use after insert or update of instrument_sha256 on assessment
    for each row execute function mark_instrument_used();

create policy older_than_instruments on assessment for update to ${system}
    using (system_job() = 'instruments' and instrument_sha256 is null) with check (system_job() = 'instruments');

grant select, update (first_used_at) on instrument to ${app};
grant select, insert, delete, update (first_used_at) on instrument to ${system};
grant update (instrument_sha256) on assessment to ${system};
