package org.alongside.auditlog.tile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A log as files: {@code checkpoint} and {@code tile/…} under one folder. */
public final class FolderLog implements PublishedLog {

    private final Path folder;

    /** @throws FileNotFoundException when it is no folder */
    public FolderLog(Path folder) throws FileNotFoundException {
        if (!Files.isDirectory(folder)) {
            throw new FileNotFoundException("There is no folder " + folder);
        }
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> checkpoint() throws IOException {
        return bytes("checkpoint");
    }

    @Override
    public Optional<byte[]> read(TileName name) throws IOException {
        return bytes(name.toString());
    }

    @Override
    public Optional<byte[]> kept(TileName bundle) throws IOException {
        return bytes(bundle.keptPath());
    }

    private Optional<byte[]> bytes(String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
