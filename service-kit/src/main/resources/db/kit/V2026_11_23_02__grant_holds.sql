-- The order of reads by a grant and of its end, where grants are written. Advisory locks, not locks of the rows: those who want to share a
-- row's lock pass by whoever waits to change it, so a recipient who keeps asking could keep a client from revoking.

-- Keeps the grants from ending before the transaction has, and says whether all are live still: those that it ends itself count as such.
-- Called right before the commit. If that does not follow, the transaction is given up soon enough for whoever waits to end a grant.
create function hold_grants(used uuid[]) returns boolean language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(1, one.key)
       from (select distinct hashtext(id::text) as key from unnest(used) id order by key) one;
    perform set_config('idle_in_transaction_session_timeout', '500ms', true);
    return cardinality(used) = (select count(*) from access_grant
                                 where id = any (used)
                                   and (revoked_at is null or xmin = pg_current_xact_id_if_assigned()::xid));
end $$;

-- Waits for the transactions that hold one of the grants; those that come to hold one meanwhile wait for this one.
create function end_grants(ending uuid[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(1, one.key)
       from (select distinct hashtext(id::text) as key from unnest(ending) id order by key) one;
end $$;
