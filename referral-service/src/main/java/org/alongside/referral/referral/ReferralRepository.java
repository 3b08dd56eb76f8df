package org.alongside.referral.referral;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** Row-level security bounds every query of a request to referrals sent by the acting agency or granted to it. */
@ApplicationScoped
class ReferralRepository implements ClientRecords<Referral> {

    private static final Set<ReferralStatus> UNANSWERED = Set.of(ReferralStatus.REQUESTED, ReferralStatus.WAITLISTED);

    /** Held as by {@link #requireForChange}; none when it was answered or has ended. */
    Optional<Referral> unansweredForChange(UUID referralId) {
        return findByIdOptional(referralId, LockModeType.PESSIMISTIC_WRITE)
                .filter(referral -> UNANSWERED.contains(referral.status()));
    }

    /** Held as by {@link #requireForChange}; none when it has ended. */
    Optional<Referral> goingOnForChange(UUID referralId) {
        return findByIdOptional(referralId, LockModeType.PESSIMISTIC_WRITE)
                .filter(referral -> ReferralStatus.GOING_ON.contains(referral.status()));
    }

    /** In the order of ids. */
    List<UUID> goingOnUnder(UUID consentId) {
        return getEntityManager().createQuery(
                "select r.id from Referral r where r.consentId = ?1 and r.status in ?2 order by r.id", UUID.class)
                .setParameter(1, consentId).setParameter(2, ReferralStatus.GOING_ON).getResultList();
    }

    /** The parent that follows a child; held. */
    Optional<Referral> ledBy(Referral child) {
        return find("forwardedTo = ?1 and status in ?2", child.recordId(), ReferralStatus.GOING_ON)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The child that a parent follows, if it goes on and the intermediary's place in it has not been taken; held. */
    Optional<Referral> childGoingOn(Referral parent) {
        return find("id = ?1 and parentId = ?2 and status in ?3", parent.forwardedTo(), parent.recordId(),
                ReferralStatus.GOING_ON).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<Referral> of(Set<UUID> ids) {
        return list("id in ?1", ids);
    }

    List<Referral> bundle(UUID sender, UUID bundleId) {
        return list("bundleId = ?1 and sender = ?2 order by id", bundleId, sender);
    }

    List<Referral> ofHome(UUID agency, List<UUID> clients) {
        return list("homeAgency = ?1 and clientId in ?2 order by id", agency, clients);
    }

    /** In the order of ids. */
    List<Referral> of(UUID agency, Direction direction, Queue.Filter filter, Instant now, UUID lastSeen, int limit) {
        Map<String, Object> parameters = new HashMap<>(
                Map.of("agency", agency, "statuses", filter.statuses(), "lastSeen", lastSeen));
        StringBuilder query = new StringBuilder("from Referral r where r.").append(direction.agencyAttribute())
                .append(" = :agency and r.status in :statuses and r.id > :lastSeen");
        if (filter.isOverdue()) {
            query.append(" and r.respondBy <= :now");
            parameters.put("now", now);
        }
        if (filter.condition() != null) {
            query.append(" and ").append(filter.condition());
        }
        return find(query.append(" order by r.id").toString(), parameters).page(0, limit).list();
    }

    /**
     * What was drafted, sent or ended for a need of a category by an agency, the oldest first.
     *
     * @param clients the records of the person
     */
    List<Referral> forSameNeed(List<UUID> clients, Referral referral, UUID lastSeen, int limit) {
        return find("clientId in ?1 and category = ?2 and sender = ?3 and id > ?4 order by id", clients,
                referral.category(), referral.sender(), lastSeen).page(0, limit).list();
    }

    /** 1 for who is next in the waiting list of the service, see {@code waitlist_position} in the database. */
    int waitlistPosition(UUID referralId) {
        return (Integer) getEntityManager().createNativeQuery("select waitlist_position(:id)", Integer.class)
                .setParameter("id", referralId).getSingleResult();
    }

    /**
     * Those of which the recipient was reminded long enough ago. Passes over rows that another instance, or a command, holds at the
     * moment: they are settled there or next time.
     *
     * @param reminded before or at this time
     */
    List<Referral> unanswered(Instant reminded, int limit) {
        return passingOverHeld(find("status in ?1 and remindedAt <= ?2 order by remindedAt", UNANSWERED, reminded),
                limit);
    }

    /** Those whose promised time is over, without those that were reminded of. Passes over held rows likewise. */
    List<Referral> unreminded(Instant due, int limit) {
        return passingOverHeld(find("status in ?1 and respondBy <= ?2 and remindedAt is null order by respondBy",
                UNANSWERED, due), limit);
    }

    private static List<Referral> passingOverHeld(PanacheQuery<Referral> query, int limit) {
        return query.page(0, limit).withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI).list();
    }
}
