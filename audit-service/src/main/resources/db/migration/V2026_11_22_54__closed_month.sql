-- A search by time of access goes through months of sealing. Planning it over all months of six years takes longer than finding the
-- entries, so each month that is over says between which times its accesses were, beside which entries it holds.
alter table log_month
    -- null as long as the month may get entries; empty of a month without any
    add column accesses tstzrange;

-- As before, with the times of access.
create or replace function bound_log_months() returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '1s' as $$
declare
    moment   timestamptz;
    month    log_month;
    first    bigint;
    last     bigint;
    earliest timestamptz;
    newest   timestamptz;
    bound    bigint;
begin
    if system_job() is distinct from 'retention' then
        raise exception 'Months are bound by the job retention only: row-level security hides their entries from others'
            using errcode = '42501';
    end if;
    lock table log_month in share row exclusive mode;
    select least(now(), latest) into moment from log_head;
    for month in select * from log_month m where m.removed_at is null and m.accesses is null and m.ends <= moment order by m.begins loop
        execute format('select min(entry_index), max(entry_index), min(at), max(at) from %I', month.partition)
            into first, last, earliest, newest;
        update log_month
           set first_index = first, end_index = last + 1,
               accesses = case when last is null then 'empty' else tstzrange(earliest, newest, '[]') end
         where begins = month.begins;
        if last is not null then
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

-- A month whose indexes are not known any more may get entries again (set_sealing_time), so its times are not known either. One without
-- entries has no indexes at any time: whatever changes of it, its emptiness is looked at anew.
create function forget_accesses() returns trigger language plpgsql as $$
begin
    new.accesses := null;
    return new;
end $$;
create trigger opened_again before update on log_month
    for each row when (old.accesses is not null and new.end_index is null) execute function forget_accesses();
