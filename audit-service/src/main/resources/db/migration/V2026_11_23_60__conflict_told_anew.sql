-- Telling all declarations of conflicts of interest anew: held against changes meanwhile, never changed by it.
create policy told_anew on conflict_declaration for select to ${system} using (system_job() = 'event-republish');
create policy held_while_told on conflict_declaration for update to ${system}
    using (system_job() = 'event-republish') with check (false);
grant update (version) on conflict_declaration to ${system};
