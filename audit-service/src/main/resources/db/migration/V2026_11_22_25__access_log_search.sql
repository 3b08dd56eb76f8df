-- Searches page by time of access, newest first, within what the log held when they began: (at, entry_index) is the key of a page,
-- entry_index < size its bound. So each index ends in that key, and a search walks one of them from where the last page ended.
drop index log_entry_client, log_entry_actor, log_entry_agency, log_entry_home_agency, log_entry_refused, log_entry_at;

create index log_entry_time on log_entry (at, entry_index);
create index log_entry_client on log_entry (client, at, entry_index) where client is not null;
create index log_entry_actor on log_entry (actor, at, entry_index);
create index log_entry_agency on log_entry (agency, at, entry_index) where agency is not null;
create index log_entry_home_agency on log_entry (home_agency, at, entry_index) where home_agency is not null;
create index log_entry_operation on log_entry (operation, at, entry_index);
-- What is rare among few codes: whoever searches for the common ones finds a page of them by walking log_entry_time.
create index log_entry_refused on log_entry (outcome, at, entry_index) where outcome <> 'allowed';
create index log_entry_rare_purpose on log_entry (purpose, at, entry_index) where purpose not in ('TREAT', 'COC', 'HOPERAT');
create index log_entry_rare_basis on log_entry (basis, at, entry_index) where basis not in ('home-agency', 'system');

-- Whoever holds the id of an access may learn where it stands, whosever it was: the one id, and of its entries what says nothing of
-- anybody (the service asks for no other column).
create function receipt() returns uuid language sql stable parallel safe
    return nullif(current_setting('alongside.receipt', true), '')::uuid;
create policy receipts on log_entry for select to ${app} using (access_id = receipt());
