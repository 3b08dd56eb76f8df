-- Whose records are open to an agency, in the order of a search's pages. Ended grants are not in it, or a search would read through all
-- that ever was granted; those that have run out are passed over. A grant to the home agency itself there is none of: that condition is
-- what keeps this index from the policies. With an index that begins with the grantee, PostgreSQL may plan "is there a grant for this
-- client" as "read all grants of the agency", and keep that plan for an agency that has twenty thousand.
create index access_grant_open on access_grant (grantee, client_id, id) include (home_agency)
    where revoked_at is null and home_agency <> grantee;
drop index access_grant_grantee;

-- The grants of the acting agency that nobody has ended, in the order of their clients; row-level security holds for it as for any query.
-- It walks through that index and stops, whatever the statistics say: left alone, PostgreSQL makes bitmaps out of the "or" in the policy
-- and sorts what they find, which is every grant of the agency. The id in the order is what no other index can give.
create function opened_to_agency(after uuid, at_most integer) returns table (client_id uuid, home_agency uuid)
    language plpgsql stable
    set enable_sort = off set enable_incremental_sort = off set enable_bitmapscan = off set enable_seqscan = off as $$
begin
    return query select g.client_id, g.home_agency from access_grant g
                  where g.grantee = acting_agency() and g.revoked_at is null and g.home_agency <> g.grantee and g.client_id > after
                  order by g.client_id, g.id limit at_most;
end $$;
