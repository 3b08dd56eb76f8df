package org.alongside.kit.access;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How the views of one {@link CapturedStream} become bytes. May count; serves one stream. */
public interface StreamFormat<V> {

    /** What stands before the first view. */
    default void begin(OutputStream out) throws IOException {}

    /** Views whose capture is committed; never none. */
    void write(List<V> page, OutputStream out) throws IOException;

    /** What stands after the last view: whoever reads it knows that nothing is missing. */
    default void end(OutputStream out) throws IOException {}
}
