-- When the recipient was reminded of the present response promise; null while it was not, and again when a new promise begins.
alter table referral add column reminded_at timestamptz;
create index referral_reminded on referral (reminded_at) where status in ('requested', 'waitlisted');

create policy reminder on referral to ${system} using (system_job() = 'referral-reminder');
