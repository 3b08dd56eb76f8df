-- Telling all clients anew, the erased ones as erased: held against changes meanwhile, never changed by it, and nothing sealed is opened.
create policy told_anew on client for select to ${system} using (system_job() = 'event-republish');
create policy held_while_told on client for update to ${system}
    using (system_job() = 'event-republish') with check (false);
create policy told_anew on erasure for select to ${system} using (system_job() = 'event-republish');
