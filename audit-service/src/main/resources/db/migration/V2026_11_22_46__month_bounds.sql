-- entry_index is unique in each month by its key. Over all months it is by the lock of log_head alone, which whoever writes past the
-- service does not take: so a month that is over takes no index but its own, and later months none of those.
--
-- The constraints are not valid in PostgreSQL's sense: they bind new rows, and the key has just shown that the old ones keep them, so
-- that nobody waits for a month to be read. They make no question faster: the time goes into opening each month, before they are looked
-- at. For that there are first_index and end_index in log_month: with the month's times as a condition on sealed_at, one is opened.

-- Notes the indexes of each month that gets no more entries, and binds it and the months after it to them.
create function bound_log_months() returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '1s' as $$
declare
    moment timestamptz;
    month  log_month;
    first  bigint;
    last   bigint;
    bound  bigint;
begin
    if system_job() is distinct from 'retention' then
        raise exception 'Months are bound by the job retention only: row-level security hides their entries from others'
            using errcode = '42501';
    end if;
    lock table log_month in share row exclusive mode;
    select least(now(), latest) into moment from log_head;
    for month in select * from log_month m where m.removed_at is null and m.end_index is null and m.ends <= moment order by m.begins loop
        execute format('select min(entry_index), max(entry_index) from %I', month.partition) into first, last;
        if last is not null then
            update log_month set first_index = first, end_index = last + 1 where begins = month.begins;
            execute format('alter table %I drop constraint if exists bounds, add constraint bounds
                                check (entry_index >= %s and entry_index < %s) not valid', month.partition, first, last + 1);
            bound := last + 1;
        end if;
    end loop;
    for month in select * from log_month m where bound is not null and m.removed_at is null and m.ends > moment loop
        execute format('alter table %I drop constraint if exists bounds, add constraint bounds
                            check (entry_index >= %s) not valid', month.partition, bound);
    end loop;
end $$;
revoke all on function bound_log_months from public;
grant execute on function bound_log_months to ${system};

-- As before; months that get entries of later ones are bound anew.
create or replace function set_sealing_time(first_index bigint, moment timestamptz) returns bigint language plpgsql
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
declare
    before  timestamptz;
    changed bigint;
    month   log_month;
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
