package org.alongside.audit.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An entry of the access log as the rules of alerts see it, of a worker or a partner's system: jobs of the suite are not judged.
 *
 * @param index place in the log
 * @param at time of the access, by the clock of the service that gave it
 * @param kind {@code worker} or {@code partner}
 * @param client client touched; {@code null} where none was
 * @param home the client's home agency; {@code null} where no client's record was opened
 */
public record Access(long index, Instant at, String kind, String actor, UUID agency, UUID client, UUID home,
        String operation, String action, List<String> parts, String basis, String outcome) {

    private static final Set<String> REFUSALS = Set.of("denied", "not-visible");
    private static final Set<String> CHANGES = Set.of("C", "U");

    /**
     * Whether something of one client's record was handed out. Reading the log, or its alerts, opens nobody's record.
     */
    public boolean opensRecord() {
        return "allowed".equals(outcome) && client != null && home != null && agency != null
                && !List.of("access-log").equals(parts);
    }

    public boolean isRefused() {
        return REFUSALS.contains(outcome);
    }

    public boolean byWorker() {
        return "worker".equals(kind);
    }

    /** Whether the actor works where the client was taken in. */
    public boolean atHome() {
        return home != null && home.equals(agency);
    }

    public boolean isChange() {
        return CHANGES.contains(action);
    }

    /** Whether the client was a line among others, which whoever lists cannot choose. */
    public boolean isListed() {
        return operation.endsWith(".list");
    }

    /** Whether the client was among those that a search found. */
    public boolean isFound() {
        return operation.endsWith(".search");
    }

    public boolean isEmergency() {
        return "emergency".equals(basis);
    }
}
