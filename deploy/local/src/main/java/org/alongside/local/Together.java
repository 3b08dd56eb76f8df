package org.alongside.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Work done at the same time, of which the first failure is what is reported. */
final class Together {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CompletableFuture<Void>> all = new ArrayList<>();
    private final AtomicReference<Throwable> first = new AtomicReference<>();
    private final Runnable onFailure;

    /**
     * @param onFailure
     *            run once, at the first failure, while the other work goes on
     */
    Together(Runnable onFailure) {
        this.onFailure = onFailure;
    }

    /** Starts the work once all that it needs is done. */
    CompletableFuture<Void> run(Runnable work, CompletableFuture<?>... needed) {
        CompletableFuture<Void> done = CompletableFuture.allOf(needed).thenRunAsync(work, threads)
                .whenComplete((nothing, failure) -> note(failure));
        all.add(done);
        return done;
    }

    /**
     * Waits until all work has ended.
     *
     * @throws StackException
     *             when some of it failed: its first failure
     */
    void await() {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            Throwable cause = first.get();
            throw cause instanceof StackException failure ? failure : new StackException(cause.toString(), cause);
        } finally {
            threads.shutdown();
        }
    }

    private void note(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause != null && first.compareAndSet(null, cause)) {
            onFailure.run();
        }
    }
}
