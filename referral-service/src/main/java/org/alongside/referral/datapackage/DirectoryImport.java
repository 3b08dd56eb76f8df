package org.alongside.referral.datapackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.StoreFailures;
import org.alongside.kit.time.Ids;
import org.alongside.referral.datapackage.ImportRepository.Found;
import org.alongside.referral.datapackage.api.ImportView;

import io.quarkus.scheduler.Scheduled;

/**
 * Imports of the directory, one at a time. An import is all that a source has to tell; what it told before and no longer tells is
 * marked and kept.
 */
@ApplicationScoped
public class DirectoryImport {

    private final ImportWork work;
    private final ImportJob job;
    private final ImportRepository imports;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(task -> new Thread(task, "directory-import"));
    private final AtomicReference<UUID> running = new AtomicReference<>();

    DirectoryImport(ImportWork work, ImportJob job, ImportRepository imports) {
        this.work = work;
        this.job = job;
        this.imports = imports;
    }

    /**
     * Receives a ZIP archive, a JSON file or a CSV file and reads it after this returns.
     *
     * @param fileName  tells what a single file is
     * @param startedBy subject of the caller's token
     * @throws Problem {@code conflicting-state} while another import runs
     */
    public UUID start(String source, String fileName, String startedBy, InputStream content) {
        Path received = receive(content);
        UUID id = register(source, startedBy, received);
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        worker.execute(() -> {
            Thread.currentThread().setContextClassLoader(classes);
            run(id, source, fileName, received);
        });
        return id;
    }

    /** As {@link #start}, and returns when it has ended. */
    public ImportView load(String source, String fileName, String startedBy, InputStream content) {
        Path received = receive(content);
        UUID id = register(source, startedBy, received);
        run(id, source, fileName, received);
        return view(id);
    }

    /** @throws Problem {@code not-found} */
    @Transactional
    public ImportView view(UUID id) {
        return imports.view(id).orElseThrow(Problem::notFound);
    }

    /**
     * In the order in which they were found.
     *
     * @param code only these; null for all
     * @throws Problem {@code not-found} when there is no such import
     */
    @Transactional
    List<Found> issues(UUID id, String code, long after, int limit) {
        view(id);
        return imports.issues(id, code, after, limit);
    }

    /** Says that this process works at its import, and ends those of processes that say nothing any more. */
    @Scheduled(every = "10s", identity = "directory-import-beat")
    void beat() {
        UUID id = running.get();
        if (id != null) {
            work.beat(id);
        }
        work.giveUp();
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private UUID register(String source, String startedBy, Path received) {
        UUID id = Ids.next();
        try {
            work.register(id, source, startedBy);
            return id;
        } catch (RuntimeException failure) {
            delete(received);
            throw StoreFailures.uniqueViolation(failure)
                    ? Problem.of(ProblemType.CONFLICTING_STATE, "Another import runs: wait until it has ended.")
                    : failure;
        }
    }

    private void run(UUID id, String source, String fileName, Path received) {
        running.set(id);
        try {
            job.run(id, source, received, fileName);
        } finally {
            running.set(null);
            delete(received);
        }
    }

    private static Path receive(InputStream content) {
        try {
            Path file = Files.createTempFile("directory-import", null);
            copy(content, file);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What came of a file until the sender broke off or the disk was full is of no use. */
    private static void copy(InputStream content, Path file) throws IOException {
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failure) {
            delete(file);
            throw failure;
        }
    }

    private static void delete(Path received) {
        try {
            Files.deleteIfExists(received);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
