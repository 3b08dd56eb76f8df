package org.alongside.referral.directorychange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.code.Coded;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** SQL, for changes are found by the organizations of the directory, which are no entities. */
@ApplicationScoped
class DirectoryChangeRepository implements PanacheRepositoryBase<DirectoryChange, UUID> {

    private static final String OPEN = """
            select * from directory_change where entity = :entity and entry_id = :entry
               and proposed_by is not distinct from :agency and status = 'proposed'
               and md5(fields::text) = md5(cast(:fields as jsonb)::text)""";
    /** Who owns an organization is looked up as of now: it may have joined the suite since. */
    private static final String LIST = """
            select c.* from directory_change c left join organization o on o.id = c.organization_id
             where c.id > :last and (cast(:status as text) is null or c.status = :status)
               and (case when :own then c.proposed_by else o.x_agency_id end) is not distinct from :agency
             order by c.id""";

    /** The one that says the same and is not decided yet. */
    Optional<DirectoryChange> open(Entry entry, String fields, UUID agency) {
        return query(OPEN).setParameter("entity", entry.entity().table()).setParameter("entry", entry.id())
                .setParameter("agency", agency, UUID.class).setParameter("fields", fields).getResultStream()
                .findFirst();
    }

    /** In the order in which they were proposed. */
    List<DirectoryChange> of(ChangeList list, UUID lastSeen, int limit) {
        return query(LIST).setParameter("last", lastSeen).setParameter("own", list.own())
                .setParameter("agency", list.agency(), UUID.class)
                .setParameter("status", Coded.codeOf(list.status()), String.class).setMaxResults(limit)
                .getResultList();
    }

    private NativeQuery<DirectoryChange> query(String sql) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, DirectoryChange.class);
    }
}
