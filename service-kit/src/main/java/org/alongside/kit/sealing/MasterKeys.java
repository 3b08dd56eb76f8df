package org.alongside.kit.sealing;

import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;

import io.quarkus.runtime.Startup;

/**
 * The keys of this service, from one {@linkplain KeysetFile file} outside the database. The primary key of a keyset makes, all of its enabled keys open; a key is taken out of the file on the day
 * after which nothing made with it may be opened any more.
 */
@Singleton
@Startup
public class MasterKeys {

    /** What a keyset of the file is for. */
    enum Name {
        /** Wraps the data keys of clients. */
        KEY_ENCRYPTION("key-encryption", PredefinedAeadParameters.AES256_GCM),
        /** Makes tokens of blind indexes. Its primary key stays for as long as the tokens do. */
        BLIND_INDEX("blind-index", PredefinedPrfParameters.HMAC_SHA256_PRF),
        /** Makes the keys under which idempotent requests are found again. */
        REQUEST_MAC("request-mac", PredefinedPrfParameters.HMAC_SHA256_PRF),
        /** Encrypts paging cursors. */
        CURSOR("cursor", PredefinedAeadParameters.AES256_GCM);

        private final String field;
        private final Parameters parameters;

        Name(String field, Parameters parameters) {
            this.field = field;
            this.parameters = parameters;
        }

        /** Member of the file. */
        String field() {
            return field;
        }

        /** Of new keys. */
        Parameters parameters() {
            return parameters;
        }
    }

    private final Map<Name, KeysetHandle> keysets;

    @Inject
    MasterKeys(SealingConfig config) {
        this(load(config));
    }

    private MasterKeys(Map<Name, KeysetHandle> keysets) {
        this.keysets = keysets;
    }

    /** The same keys, but with a new key-encryption key in front of the old ones. */
    MasterKeys withNewKeyEncryptionKey() {
        return Crypto.call(() -> {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(keysets.get(Name.KEY_ENCRYPTION));
            builder.addEntry(KeysetHandle.generateEntryFromParameters(Name.KEY_ENCRYPTION.parameters).withRandomId()
                    .makePrimary());
            Map<Name, KeysetHandle> rotated = new EnumMap<>(keysets);
            rotated.put(Name.KEY_ENCRYPTION, builder.build());
            return new MasterKeys(rotated);
        });
    }

    Aead keyEncryption() {
        return aead(Name.KEY_ENCRYPTION);
    }

    /** Tink's id of the key that wraps new data keys, as the unsigned number that stands in the file. */
    long primaryKeyEncryptionId() {
        return Integer.toUnsignedLong(keysets.get(Name.KEY_ENCRYPTION).getPrimary().getId());
    }

    PrfSet blindIndex() {
        return prf(Name.BLIND_INDEX);
    }

    /** A keyed MAC of a request; equal requests have equal ones, and nobody without the keys can tell which request it was. */
    public byte[] requestMac(byte[] request, int bytes) {
        return Crypto.call(() -> prf(Name.REQUEST_MAC).computePrimary(request, bytes));
    }

    /** Encrypts what is given to a caller to be brought back. */
    public byte[] encryptCursor(byte[] plain, byte[] context) {
        return Crypto.call(() -> aead(Name.CURSOR).encrypt(plain, context));
    }

    /** @throws GeneralSecurityException when it was not made by this service for this context */
    public byte[] decryptCursor(byte[] encrypted, byte[] context) throws GeneralSecurityException {
        return aead(Name.CURSOR).decrypt(encrypted, context);
    }

    private Aead aead(Name name) {
        return Crypto.call(() -> keysets.get(name).getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    private PrfSet prf(Name name) {
        return Crypto.call(() -> keysets.get(name).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    private static Map<Name, KeysetHandle> load(SealingConfig config) {
        KeyFile file = new KeyFile(config.keysetFile(), "alongside.sealing.keyset-file");
        if (!file.exists()) {
            if (!config.createKeysetIfAbsent()) {
                throw new IllegalStateException("There is no keyset file at " + config.keysetFile().toAbsolutePath()
                        + ". Put the service's keyset there (mode 600; restore it from where keys are kept, without it sealed"
                        + " data cannot be opened), or, for a new and empty installation only, start once with"
                        + " alongside.sealing.create-keyset-if-absent=true.");
            }
            file.create(KeysetFile.generate().text());
        }
        return KeysetFile.parse(file.read(), config.keysetFile()).keysets();
    }
}
