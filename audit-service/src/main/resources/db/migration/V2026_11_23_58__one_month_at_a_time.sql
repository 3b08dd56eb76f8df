-- One transaction for all months that are over would keep each of them from being searched until the last is read: one at a time.
drop function bound_log_months();

-- Notes what the oldest month holds that is over and was not noted yet, and binds it and the open months after it to its indexes.
-- Its partition; null when there is none.
create function bound_log_month() returns text language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '1s' as $$
declare
    month    log_month;
    later    log_month;
    first    bigint;
    last     bigint;
    earliest timestamptz;
    newest   timestamptz;
begin
    if system_job() is distinct from 'retention' then
        raise exception 'Months are bound by the job retention only: row-level security hides their entries from others'
            using errcode = '42501';
    end if;
    lock table log_month in share row exclusive mode;
    select m.* into month from log_month m, log_head h
     where m.removed_at is null and m.accesses is null and m.ends <= least(now(), h.latest) order by m.begins limit 1;
    if not found then
        return null;
    end if;
    execute format('select min(entry_index), max(entry_index), min(at), max(at) from %I', month.partition)
        into first, last, earliest, newest;
    update log_month
       set first_index = first, end_index = last + 1,
           accesses = case when last is null then 'empty' else tstzrange(earliest, newest, '[]') end
     where begins = month.begins;
    if last is not null then
        execute format('alter table %I drop constraint if exists bounds, add constraint bounds
                            check (entry_index >= %s and entry_index < %s) not valid', month.partition, first, last + 1);
        for later in select * from log_month m where m.removed_at is null and m.accesses is null and m.begins > month.begins loop
            execute format('alter table %I drop constraint if exists bounds, add constraint bounds
                                check (entry_index >= %s) not valid', later.partition, last + 1);
        end loop;
    end if;
    return month.partition;
end $$;
revoke all on function bound_log_month from public;
grant execute on function bound_log_month to ${system};

-- What a month that is over says of itself decides whether a search looks into it. Whoever writes past the service could hide its
-- entries from searches by that, though not from the verification of the log: so it is compared with the month, and widened.
-- Partitions of the months that said less than they hold.
create function recheck_log_months() returns setof text language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '1s' as $$
declare
    month    log_month;
    first    bigint;
    last     bigint;
    earliest timestamptz;
    newest   timestamptz;
begin
    if system_job() is distinct from 'retention' then
        raise exception 'Months are compared by the job retention only: row-level security hides their entries from others'
            using errcode = '42501';
    end if;
    for month in select * from log_month m where m.removed_at is null and m.accesses is not null order by m.begins loop
        execute format('select min(entry_index), max(entry_index), min(at), max(at) from %I', month.partition)
            into first, last, earliest, newest;
        continue when last is null or (tstzrange(earliest, newest, '[]') <@ month.accesses
                                       and coalesce(first >= month.first_index and last < month.end_index, false));
        update log_month
           set first_index = least(first_index, first), end_index = greatest(end_index, last + 1),
               accesses = range_merge(month.accesses, tstzrange(earliest, newest, '[]'))
         where begins = month.begins;
        return next month.partition;
    end loop;
end $$;
revoke all on function recheck_log_months from public;
grant execute on function recheck_log_months to ${system};

-- As before; a month made after another was bound takes none of its indexes.
create or replace function add_log_month(moment timestamptz) returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '1s' as $$
declare
    first timestamptz := date_trunc('month', moment);
    next  timestamptz := first + interval '1 month';
    name  text := 'log_entry_' || to_char(first, 'YYYY_MM');
    bound bigint;
begin
    lock table log_month in share row exclusive mode;
    if exists (select from log_month m where m.begins < next and m.ends > first) then
        return;
    end if;
    if first > now() + interval '1 year' then
        raise exception 'A month of the log is made a year ahead at most, not for %: is the clock right?', moment using errcode = '22023';
    end if;
    execute format('create table public.%I (like log_entry including defaults including constraints, primary key (entry_index))', name);
    select max(m.end_index) into bound from log_month m where m.removed_at is null and m.ends <= first;
    if bound is not null then
        execute format('alter table %I add constraint bounds check (entry_index >= %s)', name, bound);
    end if;
    perform attach_log_month(name, first, next);
end $$;
