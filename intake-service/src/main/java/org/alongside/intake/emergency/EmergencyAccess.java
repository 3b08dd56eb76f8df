package org.alongside.intake.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.intake.client.Client;
import org.alongside.intake.emergency.api.EmergencyReason;
import org.alongside.kit.access.Part;
import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.ClientEntity;

/**
 * A worker of another agency opened a client's record without consent, because waiting would have done harm. What it opens is the grant
 * that rests on it; this is who did it and why.
 */
@Entity
@Table(name = "emergency_access")
public class EmergencyAccess extends ClientEntity {

    static final String REASON = "emergency_access.reason";

    @Column(nullable = false, updatable = false)
    private UUID agency;

    @Column(nullable = false, updatable = false)
    private String worker;

    @Column(name = "reason_code", nullable = false, updatable = false)
    private String reasonCode;

    @Column(nullable = false, updatable = false)
    private byte[] reason;

    @Column(nullable = false, updatable = false)
    private String[] parts;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "ends_at", nullable = false)
    private Instant endsAt;

    @Column(name = "ended_by")
    private String endedBy;

    protected EmergencyAccess() {}

    /**
     * @param worker token subject
     * @param reason in words, sealed
     * @param opened parts of the client's record
     */
    EmergencyAccess(UUID id, Client client, UUID agency, String worker, EmergencyReason code, byte[] reason,
            Set<Part> opened, Instant now, Duration longest) {
        super(id, client.clientId(), client.homeAgency());
        this.agency = agency;
        this.worker = worker;
        this.reasonCode = code.code();
        this.reason = reason;
        // the record of the emergency itself counts among what says how others came to see the client
        this.parts = Stream.concat(opened.stream(), Stream.of(Part.CONSENT)).map(Part::code).distinct().sorted()
                .toArray(String[]::new);
        this.openedAt = now;
        this.endsAt = now.plus(longest);
    }

    /** @throws Problem {@code conflicting-state} when it is over */
    void end(String by, Instant now) {
        if (!endsAt.isAfter(now)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The emergency access ended at " + endsAt + ".");
        }
        endsAt = now;
        endedBy = by;
    }

    public UUID agency() {
        return agency;
    }

    /** Token subject of who opened it; nobody else of the agency sees anything by it. */
    public String worker() {
        return worker;
    }

    EmergencyReason reasonCode() {
        return Coded.stored(EmergencyReason.class, reasonCode);
    }

    byte[] reason() {
        return reason;
    }

    public List<String> parts() {
        return List.of(parts);
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** At the latest; earlier when somebody ended it. */
    public Instant endsAt() {
        return endsAt;
    }

    /** Token subject; null when its time ran out or has not. */
    String endedBy() {
        return endedBy;
    }

    @Override
    public Set<UUID> grantBases() {
        return Set.of(recordId());
    }

    @Override
    public Set<Part> partsByGrant() {
        Set<Part> opened = EnumSet.noneOf(Part.class);
        Arrays.stream(parts).map(code -> Coded.stored(Part.class, code)).forEach(opened::add);
        return opened;
    }

    @Override
    public String recordType() {
        return "emergency-access";
    }
}
