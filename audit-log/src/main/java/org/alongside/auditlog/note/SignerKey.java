package org.alongside.auditlog.note;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/**
 * A private key with its name, to sign notes. Keep its text secret; {@link #toString} does not tell it.
 *
 * <p>
 * As text, an <i>skey</i>: {@code PRIVATE+KEY+<name>+<key id, 8 hex digits>+<base64 of type and Ed25519 seed>}.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/mod/sumdb/note#hdr-Signing_Notes">golang.org/x/mod/sumdb/note, "Signing Notes"</a>
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;

    private SignerKey(String name, KeyType type, byte[] seed) {
        this.verifier = new VerifierKey(name, type, Ed25519.publicKeyOf(seed));
        this.seed = seed;
    }

    /**
     * @param name one for each log or witness, best a URL without scheme; a log's key has the name of its origin
     * @throws IllegalArgumentException when it is empty or holds a space or a plus
     */
    public static SignerKey generate(String name, KeyType type) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SignerKey(name, type, seed);
    }

    /** @throws IllegalArgumentException when the text is no skey of a known type; the message tells nothing of it but the name */
    public static SignerKey parse(String skey) {
        String[] parts = skey.startsWith(PREFIX) ? skey.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException("A signer key is PRIVATE+KEY+<name>+<id>+<base64>");
        }
        byte[] typeAndSeed = Encoding.base64(parts[2]);
        if (typeAndSeed.length != 1 + Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("The signer key of " + parts[0] + " is not a type and 32 bytes");
        }
        SignerKey key = new SignerKey(parts[0], KeyType.of(typeAndSeed[0]),
                Arrays.copyOfRange(typeAndSeed, 1, typeAndSeed.length));
        if (!Encoding.hex(key.verifier.id()).equals(parts[1])) {
            throw new IllegalArgumentException(
                    "The id of the signer key of " + parts[0] + " is not the one of its key");
        }
        return key;
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The skey: secret. */
    public String secret() {
        byte[] typeAndSeed = ByteBuffer.allocate(1 + seed.length).put(verifier.type().identifier()).put(seed).array();
        return PREFIX + verifier.name() + "+" + Encoding.hex(verifier.id()) + "+" + Encoding.base64(typeAndSeed);
    }

    /**
     * @param text of the note
     * @param now  goes into a cosignature; a log's own signature holds no time
     */
    public NoteSignature sign(byte[] text, Instant now) {
        byte[] signature = switch (verifier.type()) {
            case ED25519 -> Ed25519.sign(seed, text);
            case COSIGNATURE -> Cosignature.sign(seed, text, now);
        };
        return new NoteSignature(verifier.name(), verifier.id(), signature);
    }

    @Override
    public String toString() {
        return "signer key of " + verifier.name();
    }
}
