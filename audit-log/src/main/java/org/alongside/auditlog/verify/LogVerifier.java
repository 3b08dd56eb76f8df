package org.alongside.auditlog.verify;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.Trust;

/**
 * Verifies a whole log by computing everything anew from the bytes of its entries: leaf hashes, tiles, the root at every size that
 * has a checkpoint, signatures and cosignatures, consistency with checkpoints kept from earlier, event ids, the sequence of each
 * source, columns. What a source does not have (an export may have no tiles, a folder has no columns) is not checked.
 *
 * <p>
 * It cannot find an access that never reached the log, nor a whole log forged with the log's key unless the auditor has a
 * checkpoint or a witness from before.
 */
public final class LogVerifier {

    private static final int CHUNKS_A_THREAD = 8;

    private final Trust trust;
    private final List<Checkpoint> kept;
    private final int threads;
    private final long old;

    /**
     * @param trust   which log, and whose signatures count
     * @param kept    checkpoints of it that the auditor or a witness kept from earlier; believed as they are
     * @param threads that share the hashing, at least 1
     */
    public LogVerifier(Trust trust, List<Checkpoint> kept, int threads) {
        this(trust, kept, threads, 0);
    }

    private LogVerifier(Trust trust, List<Checkpoint> kept, int threads, long old) {
        this.trust = trust;
        this.kept = List.copyOf(kept);
        this.threads = threads;
        this.old = old;
    }

    /**
     * The same for a log from whose front entries may have been removed because they had been kept long enough; their hashes are still
     * verified.
     *
     * @param aged a checkpoint that the auditor or a witness kept from so long ago that what it covers may be gone. When that was is for
     *             them to know: nothing in the log proves it
     */
    public LogVerifier allowingRemoved(Checkpoint aged) {
        List<Checkpoint> all = new ArrayList<>(kept);
        all.add(aged);
        return new LogVerifier(trust, all, threads, Math.max(old, aged.size()));
    }

    /**
     * Reads the source to its end, unless entries are missing: nothing behind them can be verified. Memory does not grow with the
     * log.
     *
     * @throws IOException when the source cannot be read, which says nothing about the log
     */
    public Report verify(LogSource source) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Recomputation recomputation = new Recomputation(trust, kept, old)) {
            Queue<Future<CheckedChunk>> under = new ArrayDeque<>();
            LogSource.Part part = source.next();
            while (!recomputation.isBroken() && (part != null || !under.isEmpty())) {
                for (; part != null && under.size() < threads * CHUNKS_A_THREAD; part = source.next()) {
                    LogSource.Part loading = part;
                    under.add(workers.submit(() -> CheckedChunk.of(loading.load())));
                }
                recomputation.take(get(under.remove()));
            }
            return recomputation.finish();
        } finally {
            workers.shutdownNow();
        }
    }

    private static CheckedChunk get(Future<CheckedChunk> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while verifying", e);
        }
    }
}
