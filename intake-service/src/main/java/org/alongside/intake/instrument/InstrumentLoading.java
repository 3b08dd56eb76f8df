package org.alongside.intake.instrument;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

/** Stores the instruments that came with the suite, and stops the start rather than give an assessment another meaning. */
@ApplicationScoped
class InstrumentLoading {

    private final InstrumentStore store;
    private final InstrumentRepository instruments;

    InstrumentLoading(InstrumentStore store, InstrumentRepository instruments) {
        this.store = store;
        this.instruments = instruments;
    }

    /**
     * Stores what is not stored yet. A version that nobody has used is replaced by the one of the file.
     *
     * @throws InvalidInstrument when a file differs from the version of it that assessments rest on, or when assessments rest on a
     *                           version that is neither stored nor among the files
     */
    @SystemWork("instruments")
    void load(List<Instrument> shipped) {
        shipped.forEach(this::put);
        instruments.adoptOlderAssessments();
        List<String> missing = instruments.missing();
        if (!missing.isEmpty()) {
            throw new InvalidInstrument(
                    "Assessments rest on " + String.join(", ", missing) + ", which is not stored: add"
                            + " the file as it was to the setting alongside.instruments.files for one start.");
        }
    }

    private void put(Instrument file) {
        if (store.put(file, null) == ImportResult.REFUSED) {
            throw new InvalidInstrument("Instrument " + file.name() + ": assessments rest on version " + file.version()
                    + " with the SHA-256 " + instruments.find(file.name(), file.version()).orElseThrow().sha256()
                    + ", and the file has " + file.sha256()
                    + " now. Put the file back as it was, and give the changed one a version of its own.");
        }
    }
}
