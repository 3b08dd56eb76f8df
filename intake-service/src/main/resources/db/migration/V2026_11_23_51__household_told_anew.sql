-- Telling all households anew: held against changes meanwhile, never changed by it, and nothing sealed is opened.
create policy told_anew on household for select to ${system} using (system_job() = 'event-republish');
create policy held_while_told on household for update to ${system}
    using (system_job() = 'event-republish') with check (false);
create policy told_anew on household_link for select to ${system} using (system_job() = 'event-republish');
grant select, update (version) on household to ${system};
grant select on household_link to ${system};
