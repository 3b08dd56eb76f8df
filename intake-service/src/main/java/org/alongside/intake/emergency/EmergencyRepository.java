package org.alongside.intake.emergency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;

/** Row-level security shows those of the own clients and those of the own workers. */
@ApplicationScoped
class EmergencyRepository implements ClientRecords<EmergencyAccess> {

    private static final String LOOK = "select set_config('alongside.emergency_client', :client, true)";

    /** Lets this transaction see that there is this client, of whatever agency, and open it. */
    void lookFor(UUID client) {
        getEntityManager().createNativeQuery(LOOK, String.class).setParameter("client", client.toString())
                .getSingleResult();
    }

    long openedBy(String worker, Instant since) {
        return count("worker = ?1 and openedAt > ?2", worker, since);
    }

    /** Held, the oldest first. */
    List<EmergencyAccess> lasting(UUID clientId, Instant now) {
        return find("clientId = ?1 and endsAt > ?2 order by id", clientId, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    List<EmergencyAccess> ofClient(UUID clientId, UUID lastSeen, int limit) {
        return find("clientId = ?1 and id > ?2 order by id", clientId, lastSeen).page(0, limit).list();
    }
}
