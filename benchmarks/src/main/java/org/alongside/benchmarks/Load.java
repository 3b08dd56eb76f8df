package org.alongside.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.HdrHistogram.Histogram;
import org.alongside.local.StackException;

/** Repeats one piece of work with some workers for a bounded time. */
final class Load {

    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1000;

    private Load() {}

    /** One piece of work; a {@link StackException} counts as an error. */
    interface Work {
        void run();
    }

    /** Times in microseconds. */
    record Result(int workers, double seconds, Histogram times, long errors) {

        double perSecond() {
            return times.getTotalCount() / seconds;
        }

        String row() {
            return "| %d | %.1f | %.1f ms | %.1f ms | %d |".formatted(workers, perSecond(),
                    times.getValueAtPercentile(50) / 1000.0, times.getValueAtPercentile(99) / 1000.0, errors);
        }
    }

    static Result run(int workers, Duration time, Work work) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try {
            List<Future<Result>> parts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                parts.add(pool.submit(() -> repeat(end, work)));
            }
            Histogram all = new Histogram(LONGEST_MICROS, 3);
            long errors = 0;
            for (Future<Result> part : parts) {
                all.add(part.get().times());
                errors += part.get().errors();
            }
            return new Result(workers, (System.nanoTime() - begin) / 1e9, all, errors);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Result repeat(long end, Work work) {
        Histogram times = new Histogram(LONGEST_MICROS, 3);
        long errors = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try {
                work.run();
                times.recordValue((System.nanoTime() - start) / 1000);
            } catch (StackException failure) {
                errors++;
                if (errors == 1) {
                    System.err.println("first error of a worker: " + failure.getMessage());
                }
            }
        }
        return new Result(1, 0, times, errors);
    }
}
