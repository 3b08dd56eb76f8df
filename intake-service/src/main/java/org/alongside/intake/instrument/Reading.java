package org.alongside.intake.instrument;

import java.util.List;
import java.util.Optional;

import org.alongside.intake.instrument.api.Finding;

/**
 * What reading a file came to.
 *
 * @param instrument empty when a finding is an error
 * @param name       as far as it could be read, else null; so is the version
 */
record Reading(Optional<Instrument> instrument, String name, String version, List<Finding> findings) {

    /**
     * @param file name for the message
     * @throws InvalidInstrument naming file, place and what to put right
     */
    Instrument require(String file) {
        return instrument.orElseThrow(() -> {
            Finding error = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst()
                    .orElseThrow();
            return new InvalidInstrument(
                    "Instrument " + file + ", at " + (error.place().isEmpty() ? "/" : error.place())
                            + ": " + error.meaning() + (error.detail() == null ? " " : " (" + error.detail() + ") ")
                            + error.remedy());
        });
    }
}
