package org.alongside.kit.paging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.http.RequestBytes;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.sealing.Binding;
import org.alongside.kit.sealing.MasterKeys;

/**
 * Makes and reads paging cursors. A cursor is encrypted, so that the position in it (a name, a date) shows in no URL or log, and
 * bound to operation and query: it is good for the next page of the same list and for nothing else.
 */
@ApplicationScoped
public class Cursors {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final MasterKeys keys;
    private final RequestBytes bytes;
    private final Clock clock;

    Cursors(MasterKeys keys, RequestBytes bytes, Clock clock) {
        this.keys = keys;
        this.bytes = bytes;
        this.clock = clock;
    }

    /**
     * @param operation name of the operation that lists
     * @param query what is searched or filtered by, apart from limit and cursor; null for nothing
     * @param position the order key of the last row shown
     */
    public String seal(String operation, Object query, String... position) {
        return seal(LIFE, operation, query, position);
    }

    /** {@link #seal} for a list that somebody comes back to, for as long as what it lists is kept. */
    public String seal(Duration life, String operation, Object query, String... position) {
        byte[] plain = encode(clock.instant().plus(life), List.of(position));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(keys.encryptCursor(plain, context(operation, query)));
    }

    /**
     * @return the position it was made with
     * @throws Problem {@code invalid-input} when it was altered, has outlived its time (24 hours unless said otherwise), or belongs to another list
     */
    public List<String> open(String operation, Object query, String cursor) {
        try {
            byte[] encrypted = Base64.getUrlDecoder().decode(cursor);
            return decode(keys.decryptCursor(encrypted, context(operation, query)));
        } catch (IllegalArgumentException | GeneralSecurityException notMadeHere) {
            throw refusal();
        }
    }

    /** {@link #seal} for a list in the order of ids. */
    public String after(String operation, Object query, UUID last) {
        return seal(operation, query, last.toString());
    }

    /**
     * {@link #open} for a list in the order of ids.
     *
     * @return the last id of the page before; for the first page one that is smaller than all
     */
    public UUID lastSeen(String operation, Object query, PageRequest page) {
        return page.cursor() == null ? BEFORE_ALL : UUID.fromString(open(operation, query, page.cursor()).get(0));
    }

    private byte[] context(String operation, Object query) {
        return Binding.of("cursor", operation, Base64.getEncoder().encodeToString(bytes.of(query)));
    }

    private static byte[] encode(Instant expiry, List<String> position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeLong(expiry.getEpochSecond());
            data.writeByte(position.size());
            for (String part : position) {
                data.writeUTF(part);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Position too long for a cursor", failure);
        }
        return bytes.toByteArray();
    }

    private List<String> decode(byte[] plain) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(plain))) {
            if (data.readLong() < clock.instant().getEpochSecond()) {
                throw refusal();
            }
            List<String> position = new ArrayList<>();
            for (int parts = data.readUnsignedByte(); parts > 0; parts--) {
                position.add(data.readUTF());
            }
            return position;
        } catch (IOException otherFormat) {
            throw refusal();
        }
    }

    private static Problem refusal() {
        return Problem.invalid(Violation.ofQuery("cursor", "invalid-cursor",
                "not a cursor of this list, or too old; start at the first page"));
    }
}
