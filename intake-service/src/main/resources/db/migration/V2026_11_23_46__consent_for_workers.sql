-- At which recipients only named workers get a grant: recipient and token subject, with a space between.
alter table consent add column recipient_workers text[] not null default '{}';
