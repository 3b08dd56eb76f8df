package org.alongside.auditlog.tile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A log over HTTP. 404 and 410 mean that something is not there; every other status but 200 that it could not be read.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "APIs"</a>
 */
public final class HttpLog implements PublishedLog {

    /** 256 entries of the longest kind; nothing of a log is longer. */
    private static final int MAX_BYTES = TileName.FULL * (2 + 0xFFFF);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String prefix;

    /** @param prefix under which {@code checkpoint} and {@code tile/…} are, with or without a slash at its end */
    public HttpLog(URI prefix) {
        this.prefix = prefix.toString().replaceAll("/+$", "") + "/";
    }

    @Override
    public Optional<byte[]> checkpoint() throws IOException {
        return get("checkpoint");
    }

    @Override
    public Optional<byte[]> read(TileName name) throws IOException {
        return get(name.toString());
    }

    private Optional<byte[]> get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + path)).timeout(ANSWER)
                .header("Accept-Encoding", "gzip, identity").build();
        HttpResponse<byte[]> response = send(request);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(content(response));
            case 404, 410 -> Optional.empty();
            default -> throw new IOException(request.uri() + " answered " + response.statusCode());
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading " + request.uri());
        } catch (IOException e) {
            throw new IOException("Could not read " + request.uri() + ": " + reason(e), e);
        }
    }

    /** A refused connection comes without a message. */
    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static byte[] content(HttpResponse<byte[]> response) throws IOException {
        boolean packed = response.headers().firstValue("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent();
        try (InputStream body = new ByteArrayInputStream(response.body());
                InputStream content = packed ? new GZIPInputStream(body) : body) {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(response.uri() + " is longer than anything in a log");
            }
            return bytes;
        }
    }
}
