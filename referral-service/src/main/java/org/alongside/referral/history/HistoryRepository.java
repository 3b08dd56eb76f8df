package org.alongside.referral.history;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security shows a request the history of referrals that it shows itself. */
@ApplicationScoped
class HistoryRepository implements PanacheRepositoryBase<HistoryEntry, UUID> {

    List<HistoryEntry> after(UUID referralId, long version, int limit) {
        return find("referralId = ?1 and version > ?2 order by version", referralId, version).page(0, limit).list();
    }

    boolean hasWorked(String actor, String kind, UUID agency) {
        return find("actor = ?1 and actorKind = ?2 and agency = ?3", actor, kind, agency).page(0, 1)
                .firstResultOptional().isPresent();
    }

    List<HistoryEntry> movesAfter(UUID referralId, long version, int limit) {
        return find("referralId = ?1 and version > ?2 and (fromStatus is null or fromStatus <> toStatus)"
                + " order by version", referralId, version).page(0, limit).list();
    }
}
