-- The log lies in partitions of one month (UTC) of the time of sealing, so that what has been kept long enough goes as a whole. Not by the
-- time of access: a source's clock may be wrong and its event late, and an entry would fall behind the end of the log.
--
-- No unique key of the whole table can hold entry_index alone. It is unique in each month, and over all of them because log_head
-- hands it out. There is no default partition: an entry without a month waits at its source until there is one.

-- Time of sealing of the last entry. It never goes back, whatever the clock does, so that the indexes of a month are one range.
alter table log_head add column latest timestamptz not null default 'epoch';
alter table log_entry no force row level security;
update log_head set latest = coalesce((select least(max(sealed_at), now()) from log_entry), latest);
alter table log_entry force row level security;

-- Each month that the log has or had. Of one that was removed it says which entries it held.
create table log_month (
    -- of sealing, included; -infinity for all that was there before the log had months
    begins      timestamptz primary key,
    -- of sealing, excluded
    ends        timestamptz not null unique,
    partition   text        not null unique,
    -- since when it has been seen that it may be removed
    due_since   timestamptz,
    removed_at  timestamptz,
    -- indexes, the second excluded; both null of a month without entries
    first_index bigint,
    end_index   bigint,
    check (begins < ends)
);
create function refuse_forgetting() returns trigger language plpgsql as $$
begin
    raise exception '% on log_month refused: what was removed from the access log stays known', tg_op using errcode = '42501';
end $$;
create trigger remembers_removed before update on log_month
    for each row when (old.removed_at is not null) execute function refuse_forgetting();
create trigger remembers before delete or truncate on log_month
    for each statement execute function refuse_forgetting();
grant select on log_month to ${app}, ${system};

alter table log_entry rename to log_entry_before;
do $$
declare each record;
begin
    for each in select policyname from pg_policies where tablename = 'log_entry_before' loop
        execute format('drop policy %I on log_entry_before', each.policyname);
    end loop;
    for each in select indexname from pg_indexes where tablename = 'log_entry_before' loop
        execute format('alter index %I rename to %I', each.indexname, replace(each.indexname, 'log_entry_', 'log_entry_before_'));
    end loop;
end $$;
revoke all on log_entry_before from ${app}, ${system};

create table log_entry (like log_entry_before including defaults including constraints) partition by range (sealed_at);

create index log_entry_access on log_entry (access_id);
-- What a search needs, see V2026_11_22_25.
create index log_entry_time on log_entry (at, entry_index);
create index log_entry_client on log_entry (client, at, entry_index) where client is not null;
create index log_entry_actor on log_entry (actor, at, entry_index);
create index log_entry_agency on log_entry (agency, at, entry_index) where agency is not null;
create index log_entry_home_agency on log_entry (home_agency, at, entry_index) where home_agency is not null;
create index log_entry_operation on log_entry (operation, at, entry_index);
create index log_entry_refused on log_entry (outcome, at, entry_index) where outcome <> 'allowed';
create index log_entry_rare_purpose on log_entry (purpose, at, entry_index) where purpose not in ('TREAT', 'COC', 'HOPERAT');
create index log_entry_rare_basis on log_entry (basis, at, entry_index) where basis not in ('home-agency', 'system');

create trigger append_only before update or delete or truncate on log_entry
    for each statement execute function refuse_change();

alter table log_entry enable row level security;
alter table log_entry force row level security;
create policy readers on log_entry for select to ${app}
    using (access_open() and (oversight() or agency = acting_agency() or home_agency = acting_agency()));
create policy receipts on log_entry for select to ${app} using (access_id = receipt());
create policy accounts on log_entry for select to ${app} using (access_open() and client = accounted_client());
create policy appender_reads on log_entry for select to ${system} using (system_job() = 'append');
create policy appender_adds on log_entry for insert to ${system} with check (system_job() = 'append');
create policy rules_read on log_entry for select to ${system} using (system_job() = 'alert');
-- The functions below run as the owner, whom row-level security binds: without this they would see no entry and remove what is held.
create policy keeper on log_entry for select to current_user using (system_job() = 'retention');

grant select on log_entry to ${app};
grant select, insert on log_entry to ${system};

-- Makes a table a month of the log. Triggers of a statement and row-level security belong to the table that the statement names: each
-- month has its own. Nobody is granted anything on a month by itself.
create function attach_log_month(partition text, begins timestamptz, ends timestamptz) returns void language plpgsql
    set timezone = 'UTC' as $$
begin
    execute format('alter table %I enable row level security', partition);
    execute format('alter table %I force row level security', partition);
    execute format('create policy keeper on %I for select to current_user using (system_job() = ''retention'')', partition);
    execute format('create or replace trigger append_only before update or delete or truncate on %I
                        for each statement execute function refuse_change()', partition);
    execute format('alter table log_entry attach partition %I for values from (%L) to (%L)', partition, begins, ends);
    insert into log_month (begins, ends, partition) values (begins, ends, partition);
end $$;
revoke all on function attach_log_month from public;

-- Makes the month of that time, unless the log has it or had it.
create function add_log_month(moment timestamptz) returns void language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set lock_timeout = '1s' as $$
declare
    first timestamptz := date_trunc('month', moment);
    next  timestamptz := first + interval '1 month';
    name  text := 'log_entry_' || to_char(first, 'YYYY_MM');
begin
    lock table log_month in share row exclusive mode;
    if exists (select from log_month m where m.begins < next and m.ends > first) then
        return;
    end if;
    if first > now() + interval '1 year' then
        raise exception 'A month of the log is made a year ahead at most, not for %: is the clock right?', moment using errcode = '22023';
    end if;
    execute format('create table public.%I (like log_entry including defaults including constraints, primary key (entry_index))', name);
    perform attach_log_month(name, first, next);
end $$;
revoke all on function add_log_month from public;
grant execute on function add_log_month to ${system};

do $$
declare
    upto timestamptz;
begin
    execute 'alter table log_entry_before no force row level security';
    select (date_trunc('month', greatest(now(), max(sealed_at)) at time zone 'UTC') + interval '1 month') at time zone 'UTC'
      into upto from log_entry_before;
    if (select size from log_head) = 0 then
        drop table log_entry_before;
    else
        perform attach_log_month('log_entry_before', '-infinity', upto);
    end if;
    perform add_log_month(now());
    perform add_log_month(upto);
end $$;
