-- How many legal holds are in force, without what they are about: a hold is client data, its number explains why a due month stays.
create function holds_in_force() returns bigint language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    job   text := coalesce(current_setting('alongside.job', true), '');
    holds bigint;
begin
    -- row-level security binds the owner too, and shows it holds in this job only
    perform set_config('alongside.job', 'retention', true);
    select count(*) into holds from legal_hold where released_at is null;
    perform set_config('alongside.job', job, true);
    return holds;
end $$;
revoke all on function holds_in_force from public;
grant execute on function holds_in_force to ${app};
