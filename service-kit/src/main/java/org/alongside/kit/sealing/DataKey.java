package org.alongside.kit.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;

/** The key of one client in one service (AES-256-GCM). What it seals opens for the same client and field only. */
final class DataKey {

    private static final int KEY_BYTES = 32;
    /** First byte of each sealed value, so that another construction can follow one day. */
    private static final byte FORMAT = 1;

    private final String service;
    private final UUID clientId;
    private final byte[] key;
    private final Aead aead;

    private DataKey(String service, UUID clientId, byte[] key) throws GeneralSecurityException {
        this.service = service;
        this.clientId = clientId;
        this.key = key;
        this.aead = new AesGcmJce(key);
    }

    static DataKey generate(String service, UUID clientId) {
        return Crypto.call(() -> new DataKey(service, clientId, Random.randBytes(KEY_BYTES)));
    }

    /** @throws IllegalStateException when it was wrapped for another client or service, or its wrapping key is gone */
    static DataKey unwrap(String service, UUID clientId, byte[] wrapped, MasterKeys keys) {
        return Crypto.call(() -> new DataKey(service, clientId,
                keys.keyEncryption().decrypt(wrapped, Binding.of("data-key", service, clientId.toString()))));
    }

    byte[] wrap(MasterKeys keys) {
        return Crypto
                .call(() -> keys.keyEncryption().encrypt(key, Binding.of("data-key", service, clientId.toString())));
    }

    byte[] seal(String field, byte[] plain) {
        byte[] encrypted = Crypto.call(() -> aead.encrypt(plain, context(field)));
        return ByteBuffer.allocate(1 + encrypted.length).put(FORMAT).put(encrypted).array();
    }

    byte[] open(String field, byte[] sealed) {
        if (sealed.length == 0 || sealed[0] != FORMAT) {
            throw new IllegalStateException("Not a sealed value of a known format: " + field);
        }
        return Crypto.call(() -> aead.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), context(field)));
    }

    private byte[] context(String field) {
        return Binding.of("sealed", service, clientId.toString(), field);
    }
}
