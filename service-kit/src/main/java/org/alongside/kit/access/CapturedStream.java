package org.alongside.kit.access;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.ws.rs.core.StreamingOutput;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.jboss.logging.Logger;

import io.vertx.core.http.HttpServerRequest;

/**
 * An answer of any length of an operation with an {@link AccessPolicy}. Page after page is read in a transaction of its own, the access
 * events of the page are committed, and only then are its bytes written; so what left was recorded, and one page at most is recorded that
 * did not leave. Memory holds one page.
 *
 * <p>
 * When the first page fails the caller gets a problem as ever. When a later one does the connection is cut, so that half of an answer
 * never looks like the whole.
 */
public final class CapturedStream<V> implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(CapturedStream.class);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final AccessTransactions transactions;
    private final AccessContext context;
    private final CapturedPages<V> pages;
    private final StreamFormat<V> format;
    private final HttpServerRequest request;

    CapturedStream(AccessTransactions transactions, AccessContext context, CapturedPages<V> pages,
            StreamFormat<V> format, HttpServerRequest request) {
        this.transactions = transactions;
        this.context = context;
        this.pages = pages;
        this.format = format;
        this.request = request;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        List<V> page = next();
        try {
            writeFrom(page, out);
        } catch (IOException | RuntimeException failure) {
            cut();
            throw failure;
        }
    }

    private void writeFrom(List<V> first, OutputStream out) throws IOException {
        List<V> page = first;
        format.begin(out);
        while (!page.isEmpty()) {
            format.write(page, out);
            out.flush();
            page = next();
        }
        format.end(out);
    }

    /**
     * Ends the answer without an end, and returns when it is closed: else the framework, to which the failure goes next, would end it in
     * good order with a problem behind the pages.
     */
    private void cut() {
        try {
            request.connection().close().toCompletionStage().toCompletableFuture().get(LONGEST_CLOSE.toSeconds(),
                    TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The connection of a stream that failed could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<V> next() throws IOException {
        List<V> page = committed();
        for (V view : page) {
            if (!context.committed().covers(view)) {
                LOG.errorf("Operation %s tried to stream %s without a committed capture; refused",
                        context.operation().name(), view.getClass().getSimpleName());
                throw Problem.of(ProblemType.INTERNAL);
            }
        }
        return page;
    }

    @SuppressWarnings("unchecked")
    private List<V> committed() throws IOException {
        try {
            return (List<V>) transactions.request(pages::next);
        } catch (RuntimeException | IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }
}
