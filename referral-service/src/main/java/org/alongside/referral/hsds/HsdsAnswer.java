package org.alongside.referral.hsds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns documents into answers that may be cached. The entity tag is made from the very bytes: whatever changes in them, a place
 * taken for instance, changes it, and nothing else does.
 */
@ApplicationScoped
class HsdsAnswer {

    static final String NDJSON = "application/x-ndjson";

    /** Documents held in memory at once. */
    private static final int BATCH = 200;
    private static final int TAG_BYTES = 16;

    private final HsdsService directory;
    private final ObjectMapper json;
    private final Request request;
    private final String cache;

    HsdsAnswer(HsdsService directory, ObjectMapper json, Request request, HsdsConfig config) {
        this.directory = directory;
        this.json = json;
        this.request = request;
        this.cache = "public, max-age=" + config.maxAge().toSeconds();
    }

    /** 200, or 304 when the caller has it already. */
    Response cached(Object document) {
        byte[] bytes = bytes(document);
        EntityTag tag = tag(bytes);
        Response.ResponseBuilder unchanged = "GET".equals(request.getMethod())
                ? request.evaluatePreconditions(tag)
                : null;
        Response.ResponseBuilder answer = unchanged == null
                ? Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE)
                : unchanged;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, cache).build();
    }

    /** A page, or all of it in a stream without an entity tag. */
    Response list(Listing listing, Paging paging) {
        if (!paging.streams()) {
            return cached(directory.page(listing, paging));
        }
        StreamingOutput lines = out -> write(listing, out);
        return Response.ok(lines, NDJSON).header(HttpHeaders.CACHE_CONTROL, cache).build();
    }

    private void write(Listing listing, OutputStream out) throws IOException {
        int batch = Math.min(BATCH, listing.most());
        UUID last = null;
        do {
            HsdsService.Batch next = directory.next(listing, last, batch);
            for (ObjectNode document : next.documents()) {
                out.write(bytes(document));
                out.write('\n');
            }
            last = next.last();
        } while (last != null);
    }

    private byte[] bytes(Object document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static EntityTag tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(new BigInteger(1, Arrays.copyOf(digest, TAG_BYTES)).toString(36));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
