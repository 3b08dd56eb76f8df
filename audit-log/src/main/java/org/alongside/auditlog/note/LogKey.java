package org.alongside.auditlog.note;

/**
 * A key of a log and the sizes for which it signs. Two keys that overlap both sign the sizes that they share, so that a key can be
 * changed without a moment at which somebody who knows only one of them sees an unsigned checkpoint.
 *
 * @param key   of type {@link KeyType#ED25519}
 * @param from  smallest size of a checkpoint that it signs
 * @param until first size that it no longer signs; {@link Long#MAX_VALUE} while there is no end
 */
public record LogKey(VerifierKey key, long from, long until) {

    /** @throws IllegalArgumentException when it is a witness' key, or signs nothing */
    public LogKey {
        if (key.type() != KeyType.ED25519 || from < 0 || from >= until) {
            throw new IllegalArgumentException(
                    "The key " + key + " cannot sign a log from " + from + " until " + until);
        }
    }

    public boolean signs(long size) {
        return from <= size && size < until;
    }
}
