-- Days on which timetables tell nothing.
create table holiday (
    day  date primary key,
    name text not null
);
grant select, insert, update, delete on holiday to ${app};
