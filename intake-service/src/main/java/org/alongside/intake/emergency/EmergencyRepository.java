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

    private static final String ONE_WORKER = """
            select cast(pg_advisory_xact_lock(hashtextextended('alongside.emergency ' || :worker, 0)) as text)""";
    private static final String LOOK = "select set_config('alongside.emergency_client', :client, true)";

    /** Lets this transaction see that there is this client, of whatever agency, and open it. */
    void lookFor(UUID client) {
        getEntityManager().createNativeQuery(LOOK, String.class).setParameter("client", client.toString())
                .getSingleResult();
    }

    /** Holds what a worker opens until the transaction ends: of two at once neither would count the other. */
    void hold(String worker) {
        getEntityManager().createNativeQuery(ONE_WORKER, String.class).setParameter("worker", worker).getSingleResult();
    }

    long openedBy(String worker, Instant since) {
        return count("worker = ?1 and openedAt > ?2", worker, since);
    }

    /** Held, the oldest first. */
    List<EmergencyAccess> lasting(UUID clientId, Instant now) {
        return find("clientId = ?1 and endsAt > ?2 order by id", clientId, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    List<EmergencyAccess> of(List<UUID> clients, UUID lastSeen, int limit) {
        return find("clientId in ?1 and id > ?2 order by id", clients, lastSeen).page(0, limit).list();
    }
}
