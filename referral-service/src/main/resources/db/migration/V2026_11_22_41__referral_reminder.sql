-- When the recipient was reminded of the present response promise; null while it was not, and again when a new promise begins.
alter table referral add column reminded_at timestamptz;

create policy reminder on referral to ${system} using (system_job() = 'referral-reminder');
