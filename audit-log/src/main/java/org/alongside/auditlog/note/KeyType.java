package org.alongside.auditlog.note;

import java.util.Arrays;

/**
 * What a signature in a note is.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Signature types"</a>
 */
public enum KeyType {
    /** Ed25519 over the text of the note: how a log signs. */
    ED25519(0x01),
    /** Ed25519 with a time, see {@link Cosignature}: how a witness signs. */
    COSIGNATURE(0x04);

    private final byte identifier;

    KeyType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }

    /** @throws IllegalArgumentException when this library does not know the type */
    static KeyType of(byte identifier) {
        return Arrays.stream(values()).filter(type -> type.identifier == identifier).findAny()
                .orElseThrow(() -> new IllegalArgumentException("A key of type " + identifier + " is not supported"));
    }
}
