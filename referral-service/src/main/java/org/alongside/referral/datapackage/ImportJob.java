package org.alongside.referral.datapackage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

import org.alongside.kit.problem.StoreFailures;
import org.alongside.kit.sealing.BlindIndex;
import org.alongside.referral.hsds.HsdsEntity;
import org.jboss.logging.Logger;

/** Reads what was received, file by file and a thousand rows at a time, and then has it taken over. */
@ApplicationScoped
class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    private static final int BATCH = 1000;
    /** Characters of rows that are held in memory, in whatever number of rows they come. */
    private static final int BATCH_CHARACTERS = 2_000_000;

    private final ImportWork work;
    private final ImportConfig config;
    private final TransactionManager transactions;
    private final BlindIndex keys;

    ImportJob(ImportWork work, ImportConfig config, TransactionManager transactions, BlindIndex keys) {
        this.keys = keys;
        this.work = work;
        this.config = config;
        this.transactions = transactions;
    }

    /** Ends the import in any case, and throws nothing: its report says what became of it. */
    void run(UUID id, String source, Path received, String fileName) {
        try (Archive archive = Archive.open(received, fileName, config)) {
            Run run = new Run(id, source);
            run.read(archive.files());
            takeOver(run);
        } catch (RefusedImport refused) {
            work.end(id, ImportStatus.REFUSED, refused.getMessage());
        } catch (Exception | OutOfMemoryError | StackOverflowError failure) {
            // two errors among them: whatever a file did to the reader, its import must not seem to go on
            LOG.errorf("Import %s of the directory failed: %s, SQLState %s", id, failure.getClass().getName(),
                    StoreFailures.sqlState(failure).orElse("none"));
            work.end(id, ImportStatus.FAILED,
                    "Something went wrong here and nothing was taken; the operator finds the import's id in the log.");
        }
    }

    private void takeOver(Run run) throws SystemException {
        work.step(run.id, "taking over");
        transactions.setTransactionTimeout((int) config.maxTime().toSeconds());
        try {
            work.takeOver(run.id, run.source, run.told(), run.isUnlinked(), run.staged);
        } finally {
            transactions.setTransactionTimeout(0);
        }
    }

    /** One import being read. */
    private final class Run {

        private final UUID id;
        private final String source;
        private final RowReader reader;
        private final Coverage coverage = new Coverage();
        private final Set<HsdsEntity> sheets = new HashSet<>();
        private final Map<String, Long> progress = new HashMap<>();
        private final List<StagedRow> rows = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();
        private long characters;
        private long staged;

        Run(UUID id, String source) {
            this.id = id;
            this.source = source;
            this.reader = new RowReader(new SourceIds(source, keys), config, issues::add, rows::add);
        }

        void read(List<SourceFile> files) throws IOException {
            boolean any = false;
            for (SourceFile file : files) {
                any |= read(file);
            }
            if (!any) {
                throw new RefusedImport(
                        "There is no file of HSDS in it: files are named as in a data package, services.csv"
                                + " for instance, or are JSON documents.");
            }
            issues.addAll(coverage.issues());
            flush();
        }

        /** The entities of which what was not told is gone. */
        Set<HsdsEntity> told() {
            Set<HsdsEntity> told = coverage.whole();
            if (isUnlinked() && coverage.linksAreWhole()) {
                told.add(HsdsEntity.SERVICE_AT_LOCATION);
            }
            return told;
        }

        /** A row can have told that it belongs to a location of 1.x without the file that links them. */
        boolean isUnlinked() {
            return sheets.containsAll(Set.of(HsdsEntity.SERVICE, HsdsEntity.LOCATION))
                    && !sheets.contains(HsdsEntity.SERVICE_AT_LOCATION);
        }

        private boolean read(SourceFile file) throws IOException {
            Optional<Sheet> sheet = file.is("csv") ? Sheet.named(file.name()) : Optional.empty();
            boolean json = file.is("json") && !file.name().equals("datapackage");
            if (sheet.isEmpty() && !json) {
                if (!file.name().equals("datapackage")) {
                    issues.add(Issue.ofFile(IssueCode.UNKNOWN_FILE, file.path(), null));
                }
                return false;
            }
            work.step(id, "reading " + file.path());
            progress.put(file.path(), 0L);
            Encoding encoding = Encoding.of(file);
            if (encoding == Encoding.WINDOWS_1252) {
                issues.add(Issue.ofFile(IssueCode.ENCODING_ASSUMED, file.path(), null));
            }
            if (json) {
                new JsonFile(file, config, issues::add, coverage).read(encoding, this::take);
            } else {
                if (sheet.get().isList()) {
                    coverage.lists(sheet.get().entity(), file.path());
                }
                sheets.add(sheet.get().entity());
                new CsvFile(file, sheet.get(), config, issues::add, coverage).read(encoding, this::take);
            }
            return true;
        }

        private void take(SourceRow row) {
            progress.merge(row.file(), 1L, Long::sum);
            coverage.row(row.file());
            row.values().values().forEach(value -> characters += value.length());
            reader.read(row);
            if (rows.size() >= BATCH || issues.size() >= BATCH || characters >= BATCH_CHARACTERS) {
                flush();
            }
        }

        private void flush() {
            work.stage(id, List.copyOf(rows), List.copyOf(issues), Map.copyOf(progress));
            staged += rows.size();
            rows.clear();
            issues.clear();
            characters = 0;
        }
    }
}
