package org.alongside.intake.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class ErasureRepository implements ClientRecords<Erasure> {

    /** Asked for and not called off, done ones included. */
    Optional<Erasure> standing(UUID clientId) {
        return find("clientId = ?1 and status <> ?2", clientId, ErasureStatus.CANCELLED).firstResultOptional();
    }

    List<Erasure> of(List<UUID> clients) {
        return list("clientId in ?1 order by id", clients);
    }

    List<Erasure> ofAgency(UUID agency, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and id > ?2 order by id", agency, lastSeen).page(0, limit).list();
    }

    /** Held; passes over one that another instance works on. */
    Optional<Erasure> nextDue(Instant now) {
        return find("status = ?1 and dueAt <= ?2 order by dueAt", ErasureStatus.REQUESTED, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI).page(0, 1).stream().findFirst();
    }

    /** All whose key is destroyed, whether every service has confirmed or not. */
    List<Erasure> done() {
        return find("status in ?1 order by clientId", List.of(ErasureStatus.ERASING, ErasureStatus.ERASED)).list();
    }
}
