-- What a transaction may see follows from four settings that the access capture makes local to it (set_config(..., true)).
-- After a transaction a pooled connection holds '' and not null, hence nullif everywhere.
-- Plain SQL functions, so that the planner inlines them into every policy.

create function acting_agency() returns uuid language sql stable parallel safe
    return nullif(current_setting('alongside.agency', true), '')::uuid;

create function access_open() returns boolean language sql stable parallel safe
    return nullif(current_setting('alongside.access', true), '') is not null;

create function system_job() returns text language sql stable parallel safe
    return nullif(current_setting('alongside.job', true), '');

create function oversight() returns boolean language sql stable parallel safe
    return coalesce(current_setting('alongside.oversight', true), '') = 'on';

grant usage on schema public to ${app}, ${system};
