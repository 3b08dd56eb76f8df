package org.alongside.intake.instrument;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.alongside.intake.instrument.api.InstrumentSummary;

/** An instrument as it was stored: to the letter, and from its first use on for ever. The database refuses every change. */
@Entity
@Table(name = "instrument")
class StoredInstrument {

    @Id
    private String sha256;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String version;

    @Column(nullable = false, updatable = false)
    private String title;

    @Column(nullable = false, updatable = false)
    private byte[] source;

    @Column(name = "imported_by", updatable = false)
    private String importedBy;

    @Column(name = "stored_at", nullable = false, updatable = false)
    private Instant storedAt;

    /** Written by the database with the first assessment that rests on it. */
    @Column(name = "first_used_at", insertable = false, updatable = false)
    private Instant firstUsedAt;

    protected StoredInstrument() {}

    /** @param importedBy token subject; null for a file that came with the suite */
    StoredInstrument(Instrument instrument, String importedBy, Instant now) {
        this.sha256 = instrument.sha256();
        this.name = instrument.name();
        this.version = instrument.version();
        this.title = instrument.title();
        this.source = instrument.source();
        this.importedBy = importedBy;
        this.storedAt = now;
    }

    String sha256() {
        return sha256;
    }

    byte[] source() {
        return source;
    }

    boolean isUsed() {
        return firstUsedAt != null;
    }

    InstrumentSummary summary() {
        return new InstrumentSummary(name, version, title, sha256, storedAt, firstUsedAt);
    }
}
