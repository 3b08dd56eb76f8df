-- As before, but a silence of more than a year has to be confirmed by an index: a log that began under a clock of the past would take all
-- of its entries for old.
create or replace function set_sealing_time(first_index bigint, moment timestamptz) returns bigint language plpgsql
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '10s' as $$
declare
    before  timestamptz;
    changed bigint;
    month   log_month;
begin
    -- in the order of the functions of the months
    lock table log_month in share row exclusive mode;
    -- appending waits
    perform from log_head for update;
    -- Nothing is removed before it was kept for a year. A year without entries is rather a first clock that was wrong.
    if first_index is null and exists (select from log_head where size > 0 and latest < moment - interval '1 year') then
        raise exception 'The last entry was sealed more than a year before %. If there was nothing to seal since, give the size of the log as index. If that time was wrong, give the index of the first entry with a wrong time, or what was sealed then will be removed as old', moment
            using errcode = '22023';
    end if;
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
    for month in select * from log_month m
                  where m.removed_at is null and (m.ends > moment or m.end_index > set_sealing_time.first_index) loop
        execute format('alter table %I drop constraint if exists bounds', month.partition);
        update log_month m set first_index = null, end_index = null where m.begins = month.begins;
    end loop;
    alter table only log_entry disable trigger append_only;
    update log_entry set sealed_at = moment where entry_index >= first_index;
    get diagnostics changed = row_count;
    alter table only log_entry enable trigger append_only;
    alter table only log_entry force row level security;
    update log_head set latest = moment;
    return changed;
end $$;
revoke all on function set_sealing_time from public;
