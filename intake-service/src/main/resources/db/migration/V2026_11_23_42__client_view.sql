-- Whether the client agrees with a need, disagrees or was not asked: silence used to be stored as agreement, so what was stored as
-- agreement is not known to be one.
alter table need add column client_view text, add column client_words bytea;
alter table need no force row level security;
update need set client_view = case when client_agrees then 'not-asked' else 'disagrees' end;
alter table need force row level security;
alter table need alter column client_view set not null, drop column client_agrees;
