package org.alongside.intake.instrument;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

/** Stores the instruments that came with the suite, and stops the start rather than give an assessment another meaning. */
@ApplicationScoped
class InstrumentLoading {

    private final InstrumentRepository instruments;
    private final Clock clock;

    InstrumentLoading(InstrumentRepository instruments, Clock clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    /**
     * Stores what is not stored yet. A version that nobody has used is replaced by the one of the file.
     *
     * @throws InvalidInstrument when a file differs from the version of it that assessments rest on, when two files are the same
     *                           version, or when assessments rest on a version that is neither stored nor among the files
     */
    @SystemWork("instruments")
    void load(List<Instrument> shipped) {
        shipped.forEach(this::store);
        instruments.adoptOlderAssessments();
        List<String> missing = instruments.missing();
        if (!missing.isEmpty()) {
            throw new InvalidInstrument(
                    "Assessments rest on " + String.join(", ", missing) + ", which is not stored: add"
                            + " the file as it was to the setting alongside.instruments.files for one start.");
        }
    }

    private void store(Instrument file) {
        StoredInstrument stored = instruments.findForChange(file.name(), file.version()).orElse(null);
        if (stored == null) {
            instruments.persistAndFlush(new StoredInstrument(file, null, clock.instant()));
        } else if (!stored.sha256().equals(file.sha256())) {
            requireUnused(stored, file);
            instruments.delete(stored);
            instruments.flush();
            instruments.persistAndFlush(new StoredInstrument(file, null, clock.instant()));
        }
    }

    private static void requireUnused(StoredInstrument stored, Instrument file) {
        if (stored.isUsed()) {
            throw new InvalidInstrument("Instrument " + file.name() + ": assessments rest on version " + file.version()
                    + " with the SHA-256 " + stored.sha256() + ", and the file has " + file.sha256()
                    + " now. Put the file back as it was, and give the changed one a version of its own.");
        }
    }
}
