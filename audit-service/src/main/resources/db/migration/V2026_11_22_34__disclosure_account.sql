-- Whoever makes a client's account of disclosures reads all accesses to that client, those by other agencies whose events name no home
-- agency included (an auditor's search). The service sets the client only after it has decided that the caller's agency is the home
-- agency, or the caller an auditor.
create function accounted_client() returns uuid language sql stable parallel safe
    return nullif(current_setting('alongside.account', true), '')::uuid;
create policy accounts on log_entry for select to ${app} using (access_open() and client = accounted_client());
