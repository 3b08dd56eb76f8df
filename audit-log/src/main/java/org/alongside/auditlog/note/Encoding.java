package org.alongside.auditlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.alongside.auditlog.Sha256;

/** Names, ids and base64 as notes write them. */
final class Encoding {

    private static final Pattern KEY_NAME = Pattern.compile("[^\\p{Z}\\p{Cntrl}+]+");

    private Encoding() {}

    /**
     * Refuses what {@link #base64(byte[])} would write differently: two texts of one value would be two notes of one meaning.
     *
     * @throws IllegalArgumentException when it is no standard base64 with padding
     */
    static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!base64(bytes).equals(text)) {
            throw new IllegalArgumentException("Base64 with stray bits");
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when a key cannot have the name */
    static String keyName(String name) {
        if (!KEY_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a key is not empty and holds no space and no plus");
        }
        return name;
    }

    /** C2SP signed-note, "Signatures": SHA-256(name ‖ 0x0A ‖ type ‖ public key), the first four bytes. */
    static int keyId(String name, KeyType type, byte[] publicKey) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update((name + "\n").getBytes(UTF_8));
        sha256.update(type.identifier());
        return ByteBuffer.wrap(sha256.digest(publicKey)).getInt();
    }

    static String hex(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }
}
