package org.alongside.planning.selfsufficiency;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.casework.Case;

/** How far a client got by alone on a day. What was measured stays; measuring again is another one. */
@Entity
@Table(name = "self_sufficiency")
class SelfSufficiency extends HomeEntity {

    static final String LEVELS = "self-sufficiency.levels";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false, updatable = false)
    @Convert(converter = OccasionColumn.class)
    private Occasion occasion;

    @Column(nullable = false, updatable = false)
    private byte[] levels;

    @Column(name = "measured_on", nullable = false, updatable = false)
    private LocalDate measuredOn;

    @Column(name = "measured_by", nullable = false, updatable = false)
    private String measuredBy;

    protected SelfSufficiency() {}

    /**
     * @param sealedLevels already sealed
     * @param by           token subject
     */
    SelfSufficiency(UUID id, Case of, Occasion occasion, byte[] sealedLevels, LocalDate on, String by) {
        super(id, of.clientId(), of.homeAgency());
        this.caseId = of.recordId();
        this.occasion = occasion;
        this.levels = sealedLevels;
        this.measuredOn = on;
        this.measuredBy = by;
    }

    UUID caseId() {
        return caseId;
    }

    Occasion occasion() {
        return occasion;
    }

    byte[] levels() {
        return levels;
    }

    LocalDate measuredOn() {
        return measuredOn;
    }

    String measuredBy() {
        return measuredBy;
    }

    @Override
    public String recordType() {
        return "self-sufficiency";
    }
}
