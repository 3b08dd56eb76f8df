-- The time of sealing decides when an entry may go, and comes from a clock that may be wrong. Entries wait when it is (see
-- org.alongside.audit.log.ClockReading); what was sealed at a wrong time all the same is corrected by the owner of the database.

-- Gives all entries from that index on this time of sealing, and lets the log go on from there. Without an index these are the entries
-- that were sealed later than that; none when the clock is right and the log was silent. The bytes that are signed do not hold the time
-- of sealing.
-- Returns how many entries it changed.
create function set_sealing_time(first_index bigint, moment timestamptz) returns bigint language plpgsql
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
declare
    before  timestamptz;
    changed bigint;
begin
    -- appending waits
    perform from log_head for update;
    alter table only log_entry no force row level security;
    first_index := coalesce(first_index, (select min(entry_index) from log_entry where sealed_at > moment), (select size from log_head));
    if first_index < 0 or first_index > (select size from log_head) then
        raise exception 'The log has no place %', first_index using errcode = '22023';
    end if;
    select sealed_at into before from log_entry where entry_index = first_index - 1;
    if moment is null or moment > now() or moment < before then
        raise exception 'Entries from % on cannot have been sealed at %: it is now %, and the one before them was sealed at %',
            first_index, moment, now(), before using errcode = '22023';
    end if;
    alter table only log_entry disable trigger append_only;
    update log_entry set sealed_at = moment where entry_index >= first_index;
    get diagnostics changed = row_count;
    alter table only log_entry enable trigger append_only;
    alter table only log_entry force row level security;
    update log_head set latest = moment;
    return changed;
end $$;
revoke all on function set_sealing_time from public;

-- As before, by the clock of the database and that of the log, whichever is behind: the log's goes on by at most 31 days at once.
create or replace function remove_oldest_log_month(kept interval) returns setof log_month language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '2s' as $$
declare
    moment timestamptz;
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
    select least(now(), latest) into moment from log_head;
    select * into oldest from log_month where removed_at is null order by begins limit 1;
    if oldest.due_since > moment or oldest.ends > moment - kept then
        update log_month set due_since = null where begins = oldest.begins and due_since is not null;
        return;
    end if;
    if oldest.due_since is null then
        update log_month set due_since = moment where begins = oldest.begins;
        return;
    end if;
    if oldest.due_since > moment - interval '14 days' then
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
