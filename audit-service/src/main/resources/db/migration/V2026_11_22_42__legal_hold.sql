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
declare
    hold legal_hold;
    found boolean;
begin
    for hold in select * from legal_hold where released_at is null loop
        -- only what it names, so that an index serves
        execute format('select exists (select from %I where true', partition)
            || case when hold.client is not null then ' and client = $1' else '' end
            || case when hold.actor is not null then ' and actor = $2' else '' end
            || case when hold.accessed_from is not null then ' and at >= $3' else '' end
            || case when hold.accessed_to is not null then ' and at < $4' else '' end || ')'
            into found using hold.client, hold.actor, hold.accessed_from, hold.accessed_to;
        if found then
            return true;
        end if;
    end loop;
    return false;
end $$;
revoke all on function is_held from public;

-- Removes the oldest month if all of it has been kept for that long, nothing of it is held, a checkpoint covers it and the rules of the
-- alerts have read it. Hashes stay, so every proof stays valid. Returns the month, or nothing when it stays.
--
-- First it is only marked as due, and goes two weeks later: a clock that is wrong for a while removes nothing, and who needs a hold has
-- the time to place it. Months go from the oldest on, never one behind a month that stays: a log is pruned from its front (C2SP
-- tlog-tiles, "Pruning").
create function remove_oldest_log_month(kept interval) returns setof log_month language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '2s' as $$
declare
    oldest log_month;
    first bigint;
    last bigint;
begin
    -- whatever the service is told
    if kept is null or kept < interval '1 year' then
        raise exception 'The access log is kept for a year at least, not %', kept using errcode = '22023';
    end if;
    if system_job() is distinct from 'retention' then
        raise exception 'Months are removed by the job retention only: row-level security hides the holds from others'
            using errcode = '42501';
    end if;
    lock table log_month in share row exclusive mode;
    select * into oldest from log_month where removed_at is null order by begins limit 1;
    if oldest.due_since > now() or oldest.ends > now() - kept then
        update log_month set due_since = null where begins = oldest.begins and due_since is not null;
        return;
    end if;
    if oldest.due_since is null then
        update log_month set due_since = now() where begins = oldest.begins;
        return;
    end if;
    if oldest.due_since > now() - interval '14 days' then
        return;
    end if;
    -- waits for whoever is placing a hold, and the next hold waits for this
    lock table legal_hold in share row exclusive mode;
    execute format('select min(entry_index), max(entry_index) from %I', oldest.partition) into first, last;
    if last is not null and (
            not exists (select from log_checkpoint where size > last)
            or not exists (select from alert_cursor where next_index > last)
            or is_held(oldest.partition)) then
        return;
    end if;
    execute format('alter table log_entry detach partition %I', oldest.partition);
    execute format('drop table %I', oldest.partition);
    return query update log_month set removed_at = now(), first_index = first, end_index = last + 1
        where begins = oldest.begins returning *;
end $$;
revoke all on function remove_oldest_log_month from public;
grant execute on function remove_oldest_log_month to ${system};
