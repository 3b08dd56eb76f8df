-- What must not be removed although its time is over: a court, an authority or a client's complaint may need it. Of the accesses that a
-- hold means all must be kept for which everything that it names is true.
create table legal_hold (
    id            uuid        primary key,
    -- that placed it
    agency        uuid        not null,
    client        uuid,
    actor         text,
    -- times of access, the second excluded
    accessed_from timestamptz,
    accessed_to   timestamptz,
    -- file number of the matter
    reference     text        not null,
    placed_by     text        not null,
    placed_at     timestamptz not null,
    released_by   text,
    released_at   timestamptz,
    version       bigint      not null,
    check (accessed_from < accessed_to),
    check (coalesce(client::text, actor, accessed_from::text, accessed_to::text) is not null),
    check ((released_at is null) = (released_by is null))
);
create index legal_hold_agency on legal_hold (agency, id);

alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy readers on legal_hold for select to ${app}
    using (access_open() and (oversight() or agency = acting_agency()));
create policy holders_place on legal_hold for insert to ${app}
    with check (access_open() and agency = acting_agency());
create policy holders_release on legal_hold for update to ${app}
    using (access_open() and agency = acting_agency()) with check (agency = acting_agency());
create policy keeper on legal_hold for select to current_user using (system_job() = 'retention');
grant select, insert, update (released_by, released_at, version) on legal_hold to ${app};

create function refuse_second_release() returns trigger language plpgsql as $$
begin
    raise exception 'update of legal_hold % refused: it is released', old.id using errcode = '42501';
end $$;
create trigger released_once before update on legal_hold
    for each row when (old.released_at is not null) execute function refuse_second_release();

create function is_held(partition text) returns boolean language plpgsql as $$
declare held boolean;
begin
    execute format('select exists (select from legal_hold h where h.released_at is null and exists (
                        select from %I e
                         where (h.client is null or e.client = h.client) and (h.actor is null or e.actor = h.actor)
                           and (h.accessed_from is null or e.at >= h.accessed_from)
                           and (h.accessed_to is null or e.at < h.accessed_to)))', partition) into held;
    return held;
end $$;
revoke all on function is_held from public;

-- Removes the oldest month if all of it has been kept for that long, nothing of it is held, a checkpoint covers it, and the 512 entries
-- behind it are that old as well: from two of their bundles whoever verifies the log later sees that nothing younger was removed. Hashes
-- stay, so every proof stays valid. Returns whether it did.
--
-- Months go from the oldest on, never one behind a month that stays: a log is pruned from its front (C2SP tlog-tiles, "Pruning"), and
-- the entries behind the removed ones are the evidence of their age.
create function remove_oldest_log_month(kept interval) returns boolean language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '1s' as $$
declare
    oldest log_month;
    first bigint;
    last bigint;
begin
    if kept < interval '1 month' then
        raise exception 'The access log is kept for a month at least, not %', kept using errcode = '22023';
    end if;
    if system_job() is distinct from 'retention' then
        raise exception 'Months are removed by the job retention only: row-level security hides the holds from others'
            using errcode = '42501';
    end if;
    lock table log_month in share row exclusive mode;
    -- waits for whoever is placing a hold, and the next hold waits for this
    lock table legal_hold in share row exclusive mode;
    select * into oldest from log_month where removed_at is null order by begins limit 1;
    if oldest.ends is null or oldest.ends > now() - kept then
        return false;
    end if;
    execute format('select min(entry_index), max(entry_index) from %I', oldest.partition) into first, last;
    if last is not null and (
            not exists (select from log_checkpoint where size > last)
            or not exists (select from log_entry where entry_index = last + 512 and sealed_at <= now() - kept)
            or is_held(oldest.partition)) then
        return false;
    end if;
    execute format('alter table log_entry detach partition %I', oldest.partition);
    execute format('drop table %I', oldest.partition);
    update log_month set removed_at = now(), first_index = first, end_index = last + 1 where begins = oldest.begins;
    return true;
end $$;
revoke all on function remove_oldest_log_month from public;
grant execute on function remove_oldest_log_month to ${system};
