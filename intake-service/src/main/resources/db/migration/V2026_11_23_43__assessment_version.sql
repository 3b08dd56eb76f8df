-- Amending an assessment makes its next version; the one before stays as it was. All versions share a root, the id of the first.
alter table assessment
    add column root uuid,
    add column number integer not null default 1 check (number > 0),
    add column amends uuid unique references assessment (id);
alter table assessment drop constraint rests_on_a_stored_instrument;
alter table assessment no force row level security;
update assessment set root = id;
alter table assessment force row level security;
alter table assessment add constraint rests_on_a_stored_instrument check (instrument_sha256 is not null) not valid;
alter table assessment alter column root set not null, alter column number drop default, add unique (root, number);

-- A need keeps its id over the versions, so that what others tied to it stays tied; a row is what one version says of it.
alter table need add column need_id uuid;
alter table need no force row level security;
update need set need_id = id;
alter table need force row level security;
alter table need alter column need_id set not null, add unique (assessment_id, need_id);
