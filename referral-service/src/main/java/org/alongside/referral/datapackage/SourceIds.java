package org.alongside.referral.datapackage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.alongside.referral.hsds.HsdsEntity;

/**
 * Ids of a source's rows in the directory. A UUID stays what it is. Any other id becomes a UUID version 5 of source, entity and
 * id, and a row without one a UUID of source, entity and content: the same row has the same id in every import.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.5">RFC 9562 §5.5</a>
 */
final class SourceIds {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    /** Namespace of all ids made here. Another one would give every known row a new id. */
    private static final UUID NAMESPACE = UUID.fromString("5c3a0c1e-7f0d-4b8e-9d43-0b6f6f1d2a11");

    private final String source;

    SourceIds(String source) {
        this.source = source;
    }

    UUID of(HsdsEntity entity, String id) {
        return asUuid(id).orElseGet(() -> version5(entity.table() + "\u0000" + id));
    }

    /** @param content columns with their values */
    UUID ofContent(HsdsEntity entity, SortedMap<String, String> content) {
        return version5(entity.table() + "\u0000\u0000" + content);
    }

    static Optional<UUID> asUuid(String id) {
        return UUID_TEXT.matcher(id).matches()
                ? Optional.of(UUID.fromString(id.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Of a text of any length, always the same; 40 characters. */
    static String fingerprint(String text) {
        return HexFormat.of().formatHex(sha1(text));
    }

    private UUID version5(String name) {
        byte[] hash = sha1(source + "\u0000" + name);
        hash[6] = (byte) (hash[6] & 0x0F | 0x50);
        hash[8] = (byte) (hash[8] & 0x3F | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] sha1(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16).putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits()).flip());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
