package org.alongside.referral.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.alongside.referral.change.api.ReferralChange;
import org.hibernate.Session;

/** Reads the feed of one agency. */
@ApplicationScoped
class ChangeRepository {

    private static final String AFTER = """
            select id, type, referral_id, version, message_id, noted_at, told_at, position from referral_change
             where agency = :agency and position > :position order by position limit :limit""";
    /** What came just before the first change of the time asked for. */
    private static final String BEFORE = """
            select coalesce((select min(position) - 1 from referral_change where agency = :agency and told_at >= :since),
                            (select last_position from referral_feed where agency = :agency), 0)""";
    private static final String DELETED = "select deleted_up_to, deleted_told_at from referral_feed where agency = :agency";

    private final EntityManager entities;

    ChangeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** @param cursor of a change, by its position */
    List<ReferralChange> after(UUID agency, long position, int limit, LongFunction<String> cursor) {
        return session().createNativeQuery(AFTER, Tuple.class).setParameter("agency", agency)
                .setParameter("position", position).setParameter("limit", limit).getResultList().stream()
                .map(row -> change(row, cursor)).toList();
    }

    private static ReferralChange change(Tuple row, LongFunction<String> cursor) {
        String type = row.get("type", String.class);
        return new ReferralChange(row.get("id", UUID.class), type, row.get("referral_id", UUID.class),
                row.get("version", Long.class), row.get("message_id", UUID.class),
                ChangeType.WITHDRAWN.type().equals(type), row.get("noted_at", Instant.class),
                row.get("told_at", Instant.class), cursor.apply(row.get("position", Long.class)));
    }

    long positionBefore(UUID agency, Instant since) {
        return session().createNativeQuery(BEFORE, Long.class).setParameter("agency", agency)
                .setParameter("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC)).getSingleResult();
    }

    /** Up to where changes were deleted; none for an agency that was never told anything. */
    Optional<Deleted> deleted(UUID agency) {
        return session().createNativeQuery(DELETED, Tuple.class).setParameter("agency", agency).getResultList()
                .stream().findFirst()
                .map(row -> new Deleted(row.get(0, Long.class), row.get(1, Instant.class)));
    }

    /** @param toldAt of the last one deleted; null when none was */
    record Deleted(long position, Instant toldAt) {}

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
