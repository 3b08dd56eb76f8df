package org.alongside.auditlog.verify;

import java.io.Closeable;
import java.io.IOException;

/** A log to verify, from front to back: {@link TiledSource} or {@link ExportSource}. */
public abstract sealed class LogSource implements Closeable permits TiledSource, ExportSource {

    /** A part of the log that is still to be read and taken apart, which several threads may do with several parts. */
    @FunctionalInterface
    interface Part {
        Chunk load() throws IOException;
    }

    /** The next part, or null at the end. */
    abstract Part next() throws IOException;

    @Override
    public void close() throws IOException {}
}
