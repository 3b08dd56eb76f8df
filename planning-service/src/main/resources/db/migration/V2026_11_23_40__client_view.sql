-- What the client says to a need. Of needs that came before it was told, nobody knows.
alter table need add column client_view text not null default 'not-asked';
alter table need alter column client_view drop default;
-- Whether the goal was proposed although the client saw no need.
alter table goal add column despite_denial boolean not null default false;
alter table goal alter column despite_denial drop default;

-- Whether the latest version of the assessment comes to the need. An amended assessment changes its needs in place: they keep their
-- ids, and goals, steps and referrals stay tied to them.
alter table need add column current boolean not null default true;
alter table need alter column current drop default;
grant update on need to ${system};
