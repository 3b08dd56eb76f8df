package org.alongside.auditlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What a witness says: that at this time this was the largest tree it had seen of the log, consistent with all before.
 *
 * <p>
 * Bytes: the time in seconds since 1970 as 8 bytes, big-endian, and an Ed25519 signature over the line {@code cosignature/v1}, the
 * line {@code time <seconds>} and the text of the note.
 *
 * @see <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature, "Ed25519 signed message"</a>
 */
public final class Cosignature {

    private static final int SIGNATURE_BYTES = 64;

    private Cosignature() {}

    /**
     * When a cosignature says that it was made; verify it first.
     *
     * @throws IllegalArgumentException when it is no cosignature
     */
    public static Instant time(NoteSignature signature) {
        if (!isOne(signature.bytes())) {
            throw new IllegalArgumentException("The signature of " + signature.name() + " is no cosignature");
        }
        return Instant.ofEpochSecond(ByteBuffer.wrap(signature.bytes()).getLong());
    }

    static byte[] sign(byte[] seed, byte[] text, Instant now) {
        long seconds = now.getEpochSecond();
        byte[] signed = Ed25519.sign(seed, message(seconds, text));
        return ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed).array();
    }

    static boolean verifies(byte[] publicKey, byte[] text, byte[] cosignature) {
        if (!isOne(cosignature)) {
            return false;
        }
        ByteBuffer in = ByteBuffer.wrap(cosignature);
        long seconds = in.getLong();
        byte[] signature = new byte[SIGNATURE_BYTES];
        in.get(signature);
        return Ed25519.verifies(publicKey, message(seconds, text), signature);
    }

    private static boolean isOne(byte[] bytes) {
        return bytes.length == Long.BYTES + SIGNATURE_BYTES && bytes[0] >= 0;
    }

    private static byte[] message(long seconds, byte[] text) {
        byte[] header = ("cosignature/v1\ntime " + seconds + "\n").getBytes(UTF_8);
        return ByteBuffer.allocate(header.length + text.length).put(header).put(text).array();
    }
}
