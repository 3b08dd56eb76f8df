package org.alongside.auditlog.tile;

import java.io.IOException;
import java.util.Optional;

/**
 * A log as it was at one checkpoint, while it goes on.
 *
 * @param note bytes of that checkpoint, unchecked
 * @param log  which may have grown since
 */
public record LogAt(byte[] note, PublishedLog log) implements PublishedLog {

    @Override
    public Optional<byte[]> checkpoint() {
        return Optional.of(note);
    }

    @Override
    public Optional<byte[]> read(TileName name) throws IOException {
        return log.read(name);
    }

    @Override
    public Optional<byte[]> kept(TileName bundle) throws IOException {
        return log.kept(bundle);
    }
}
