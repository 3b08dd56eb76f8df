package org.alongside.auditlog.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A public key with its name, to verify signatures of notes.
 *
 * <p>
 * As text, a <i>vkey</i>: {@code <name>+<key id, 8 hex digits>+<base64 of type and public key>}.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Verifier keys"</a>
 */
public final class VerifierKey {

    private final String name;
    private final KeyType type;
    private final byte[] publicKey;
    private final int id;

    VerifierKey(String name, KeyType type, byte[] publicKey) {
        if (publicKey.length != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, not " + publicKey.length);
        }
        this.name = Encoding.keyName(name);
        this.type = type;
        this.publicKey = publicKey.clone();
        this.id = Encoding.keyId(name, type, publicKey);
    }

    /** @throws IllegalArgumentException when the text is no vkey of a known type, or its id is not the one of its key */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key is <name>+<id>+<base64>");
        }
        byte[] typeAndKey = Encoding.base64(parts[2]);
        if (typeAndKey.length == 0) {
            throw new IllegalArgumentException("The verifier key of " + parts[0] + " holds no key");
        }
        VerifierKey key = new VerifierKey(parts[0], KeyType.of(typeAndKey[0]),
                Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
        if (!key.hexId().equals(parts[1])) {
            throw new IllegalArgumentException("The id of the verifier key of " + parts[0] + " is " + parts[1]
                    + " and its key has the id " + key.hexId());
        }
        return key;
    }

    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    /** The first four bytes of a signature by this key. */
    public int id() {
        return id;
    }

    /** Whether a signature line says that it is by this key. */
    public boolean named(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether a signature is by this key over this text. */
    public boolean verifies(byte[] text, NoteSignature signature) {
        return named(signature) && switch (type) {
            case ED25519 -> Ed25519.verifies(publicKey, text, signature.bytes());
            case COSIGNATURE -> Cosignature.verifies(publicKey, text, signature.bytes());
        };
    }

    private String hexId() {
        return Encoding.hex(id);
    }

    @Override
    public String toString() {
        byte[] typeAndKey = ByteBuffer.allocate(1 + publicKey.length).put(type.identifier()).put(publicKey).array();
        return name + "+" + hexId() + "+" + Encoding.base64(typeAndKey);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return id;
    }
}
