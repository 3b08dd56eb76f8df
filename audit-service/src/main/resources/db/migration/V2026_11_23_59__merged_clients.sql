-- An auditor, whom no agency binds, reads the log by person too.
create policy overseen on merged_client for select to ${app} using (access_open() and oversight());

-- The account of a client has the accesses to the records that were merged into the client's as well: the service sets them beside the client,
-- having decided the same of each.
create function accounted_records() returns uuid[] language sql stable parallel safe
    return string_to_array(nullif(current_setting('alongside.account_records', true), ''), ',')::uuid[];
create policy accounts_of_merged on log_entry for select to ${app} using (access_open() and client = any (accounted_records()));
