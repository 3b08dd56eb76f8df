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

    private final HttpClient client;
    private final String prefix;
    private final TokenSource tokens;

    /** @param prefix under which {@code checkpoint} and {@code tile/…} are, with or without a slash at its end */
    public HttpLog(URI prefix) {
        this(prefix, null, HttpClient.Redirect.NORMAL);
    }

    /**
     * A log that shows its entries to some only.
     *
     * @param tokens asked for an access token before each request for entries; it is sent to nobody but this address
     */
    public HttpLog(URI prefix, TokenSource tokens) {
        this(prefix, tokens, HttpClient.Redirect.NEVER);
    }

    private HttpLog(URI prefix, TokenSource tokens, HttpClient.Redirect redirect) {
        this.client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(redirect).build();
        this.prefix = prefix.toString().replaceAll("/+$", "") + "/";
        this.tokens = tokens;
    }

    /** Where access tokens come from (RFC 6750): they live for minutes, and a long log takes longer to read. */
    @FunctionalInterface
    public interface TokenSource {
        String token() throws IOException;
    }

    @Override
    public Optional<byte[]> checkpoint() throws IOException {
        return get(request("checkpoint").build());
    }

    @Override
    public Optional<byte[]> read(TileName name) throws IOException {
        return get((name.level() == TileName.ENTRIES ? entries(name.toString()) : request(name.toString())).build());
    }

    @Override
    public Optional<byte[]> kept(TileName bundle) throws IOException {
        return get(entries(bundle.keptPath()).build());
    }

    private HttpRequest.Builder entries(String path) throws IOException {
        HttpRequest.Builder request = request(path);
        return tokens == null ? request : request.header("Authorization", "Bearer " + tokens.token());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(prefix + path)).timeout(ANSWER)
                .header("Accept-Encoding", "gzip, identity");
    }

    private Optional<byte[]> get(HttpRequest request) throws IOException {
        HttpResponse<byte[]> response = send(request);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(content(response));
            case 404, 410 -> Optional.empty();
            case 401, 403 -> throw new IOException(request.uri() + " answered " + response.statusCode()
                    + ": entries are shown to auditors only; give a token of one that has not expired");
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
