package org.alongside.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.alongside.local.StackException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;

/**
 * Seals like intake-service does, with the keys of the running one: a million clients over HTTP would take hours. The service opens what
 * this sealed in each measurement, so that a difference between the two shows as an error there.
 */
final class ClientSealing {

    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 16;
    private static final String SERVICE = "intake";

    private final Aead keyEncryption;
    private final long keyEncryptionId;
    private final PrfSet blindIndex;
    private final Map<UUID, SecretKeySpec> agencyKeys = new HashMap<>();

    ClientSealing(Path keysetFile) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            JsonNode file = new ObjectMapper().readTree(Files.readString(keysetFile));
            KeysetHandle wrapping = keyset(file, "key-encryption");
            keyEncryption = wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class);
            keyEncryptionId = Integer.toUnsignedLong(wrapping.getPrimary().getId());
            blindIndex = keyset(file, "blind-index").getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException | IOException failure) {
            throw new StackException("The keys of intake-service cannot be read: " + keysetFile);
        }
    }

    private static KeysetHandle keyset(JsonNode file, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(file.path(name).toString(), RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
    }

    long keyEncryptionId() {
        return keyEncryptionId;
    }

    byte[] newKey() {
        return Random.randBytes(KEY_BYTES);
    }

    byte[] wrap(UUID client, byte[] key) throws GeneralSecurityException {
        return keyEncryption.encrypt(key, binding("data-key", SERVICE, client.toString()));
    }

    byte[] seal(UUID client, byte[] key, String field, String plain) throws GeneralSecurityException {
        byte[] encrypted = new AesGcmJce(key).encrypt(plain.getBytes(UTF_8),
                binding("sealed", SERVICE, client.toString(), field));
        return ByteBuffer.allocate(1 + encrypted.length).put(FORMAT).put(encrypted).array();
    }

    /** @param normalised letters and digits only, which the service would leave as they are */
    byte[] token(UUID agency, String kind, String normalised) throws GeneralSecurityException {
        SecretKeySpec key = agencyKeys.get(agency);
        if (key == null) {
            key = new SecretKeySpec(
                    blindIndex.computePrimary(binding("blind-index", agency.toString()), KEY_BYTES), "HmacSHA256");
            agencyKeys.put(agency, key);
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return Arrays.copyOf(mac.doFinal(binding(kind, normalised)), TOKEN_BYTES);
    }

    private static byte[] binding(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] encoded = text.getBytes(UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).array());
            bytes.writeBytes(encoded);
        }
        return bytes.toByteArray();
    }
}
