package org.alongside.auditlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.tile.FolderLog;
import org.alongside.auditlog.tile.HttpLog;
import org.alongside.auditlog.tile.LogAt;
import org.alongside.auditlog.tile.PublishedLog;

/** What commands read, with messages that name the file. */
final class Inputs {

    private Inputs() {}

    static PublishedLog log(Arguments arguments) throws IOException {
        return switch (arguments.onlyOneOf("--url", "--folder")) {
            case "--url" -> http(url(arguments.required("--url")), arguments);
            default -> new FolderLog(arguments.path("--folder"));
        };
    }

    /** The log as it was at the checkpoint of {@code --checkpoint}, if there is one. */
    static PublishedLog logAt(Arguments arguments) throws IOException {
        PublishedLog log = log(arguments);
        Optional<String> file = arguments.one("--checkpoint");
        return file.isPresent() ? new LogAt(bytes(Path.of(file.get())), log) : log;
    }

    private static HttpLog http(URI url, Arguments arguments) {
        Optional<String> file = arguments.one("--token-file");
        return file.isPresent() ? new HttpLog(url, () -> text(Path.of(file.get())).strip()) : new HttpLog(url);
    }

    private static URI url(String text) {
        if (!text.matches("https?://[^/].*")) {
            throw new UsageFault("--url is not an address that starts with http:// or https://: " + text);
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("--url is not an address: " + text);
        }
    }

    static Trust trust(Arguments arguments) throws IOException {
        Path file = arguments.path("--trust");
        try {
            return Trust.parse(text(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    static SignedNote note(byte[] bytes, String where) throws IOException {
        try {
            return SignedNote.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    static String text(Path file) throws IOException {
        return new String(bytes(file), UTF_8);
    }

    static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file, e);
        }
    }
}
