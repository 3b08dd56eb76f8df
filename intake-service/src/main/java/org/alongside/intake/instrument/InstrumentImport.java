package org.alongside.intake.instrument;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.instrument.api.Finding;
import org.alongside.intake.instrument.api.ImportReport;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.digest.Sha256;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Takes an instrument in whole, or not at all, and says everything that is to be said of its file. */
@ApplicationScoped
@Transactional
public class InstrumentImport {

    private final InstrumentStore store;
    private final NeedCategories categories;
    private final AccessContext access;

    InstrumentImport(InstrumentStore store, NeedCategories categories, AccessContext access) {
        this.store = store;
        this.categories = categories;
        this.access = access;
    }

    /** What {@link #take} would come to; changes nothing. */
    public ImportReport attempt(byte[] file) {
        Reading reading = InstrumentReader.read(file, categories);
        return report(reading, file, reading.instrument().map(store::wouldBe).orElse(ImportResult.REFUSED), true);
    }

    /** @throws Problem {@code invalid-input} with each error as a violation, and all {@code findings} */
    public ImportReport take(byte[] file) {
        Reading reading = InstrumentReader.read(file, categories);
        ImportReport report = report(reading, file, reading.instrument()
                .map(instrument -> store.put(instrument, access.caller().subject())).orElse(ImportResult.REFUSED),
                false);
        if (report.result() == ImportResult.REFUSED) {
            throw Problem.invalid(violations(report.findings())).with("findings", report.findings());
        }
        return report;
    }

    private static ImportReport report(Reading reading, byte[] file, ImportResult result, boolean dryRun) {
        List<Finding> findings = new ArrayList<>(reading.findings());
        if (result == ImportResult.REFUSED && reading.instrument().isPresent()) {
            findings.add(Findings.finding(FindingCode.VERSION_IN_USE, "/version", null));
        }
        return new ImportReport(result, dryRun, reading.name(), reading.version(), Sha256.hex(file), findings);
    }

    private static List<Violation> violations(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> new Violation(finding.place(), finding.code().code(), finding.meaning())).toList();
    }
}
