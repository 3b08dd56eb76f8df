package org.alongside.intake.instrument;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts an instrument among those that are stored, where its version is free or nobody has used what stands there. */
@ApplicationScoped
class InstrumentStore {

    private final InstrumentRepository instruments;
    private final Clock clock;

    InstrumentStore(InstrumentRepository instruments, Clock clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    /** What {@link #put} would come to; changes nothing. */
    ImportResult wouldBe(Instrument file) {
        return instruments.find(file.name(), file.version()).map(stored -> against(stored, file))
                .orElse(ImportResult.STORED);
    }

    /** @param importedBy token subject; null for a file that came with the suite */
    ImportResult put(Instrument file, String importedBy) {
        StoredInstrument stored = instruments.findForChange(file.name(), file.version()).orElse(null);
        ImportResult result = stored == null ? ImportResult.STORED : against(stored, file);
        if (result == ImportResult.REPLACED) {
            instruments.delete(stored);
            instruments.flush();
        }
        if (result == ImportResult.STORED || result == ImportResult.REPLACED) {
            instruments.persistAndFlush(new StoredInstrument(file, importedBy, clock.instant()));
        }
        return result;
    }

    private static ImportResult against(StoredInstrument stored, Instrument file) {
        if (stored.sha256().equals(file.sha256())) {
            return ImportResult.UNCHANGED;
        }
        return stored.isUsed() ? ImportResult.REFUSED : ImportResult.REPLACED;
    }
}
