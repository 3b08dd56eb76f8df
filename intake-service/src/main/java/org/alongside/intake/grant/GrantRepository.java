package org.alongside.intake.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;

@ApplicationScoped
class GrantRepository implements ClientRecords<AccessGrant> {

    /** Held one after the other in the order of ids: a consent and a referral under it may end at the same moment. */
    List<AccessGrant> liveUnder(UUID consentId) {
        return find("consentId = ?1 and revokedAt is null order by id", consentId)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Held, as by {@link #liveUnder}. */
    List<AccessGrant> liveFor(GrantBasis basis, UUID basisId) {
        return find("basis = ?1 and basisId = ?2 and revokedAt is null order by id", basis.code(), basisId)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Held, as by {@link #liveUnder}. */
    List<AccessGrant> liveOf(UUID clientId) {
        return find("clientId = ?1 and revokedAt is null order by id", clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Those for a whole agency. */
    List<AccessGrant> liveToAgencies(UUID clientId) {
        return find("clientId = ?1 and worker is null and revokedAt is null order by id", clientId).list();
    }

    /** Every grant there is, ended ones too, held so that no revocation overtakes what is told of it. */
    Stream<AccessGrant> streamHeld() {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).stream();
    }

    List<AccessGrant> of(List<UUID> clients, UUID lastSeen, int limit) {
        return find("clientId in ?1 and id > ?2 order by id", clients, lastSeen).page(0, limit).list();
    }

    /**
     * Those in force at some time from {@code start} to before {@code end}. A grant is in force from when it was made, or from its
     * {@code validFrom} when that is later, to before its end; revoked before it began it never was.
     */
    List<AccessGrant> inForce(List<UUID> clients, Instant start, Instant end, UUID lastSeen, int limit) {
        return find("""
                clientId in ?1 and id > ?2 and greatest(issuedAt, validFrom) < ?4
                and least(validUntil, coalesce(revokedAt, validUntil)) > ?3
                and greatest(issuedAt, validFrom) < least(validUntil, coalesce(revokedAt, validUntil))
                order by id""", clients, lastSeen, start, end).page(0, limit).list();
    }
}
