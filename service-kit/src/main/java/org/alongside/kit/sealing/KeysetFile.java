package org.alongside.kit.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;

import org.alongside.kit.sealing.MasterKeys.Name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;

/** What stands in a keyset file: a JSON object with a Tink keyset under each name of {@link Name}. */
final class KeysetFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Name, KeysetHandle> keysets;

    private KeysetFile(Map<Name, KeysetHandle> keysets) {
        this.keysets = keysets;
    }

    /** With a new key under each name. */
    static KeysetFile generate() {
        register();
        Map<Name, KeysetHandle> keysets = new EnumMap<>(Name.class);
        for (Name name : Name.values()) {
            keysets.put(name, Crypto
                    .call(() -> KeysetHandle.generateNew(name.parameters(), RegistryConfiguration.get())));
        }
        return new KeysetFile(keysets);
    }

    /** @throws IllegalStateException when it is damaged or lacks a keyset */
    static KeysetFile parse(String text, Path place) {
        register();
        try {
            JsonNode file = JSON.readTree(text);
            Map<Name, KeysetHandle> keysets = new EnumMap<>(Name.class);
            for (Name name : Name.values()) {
                keysets.put(name, TinkJsonProtoKeysetFormat.parseKeyset(file.path(name.field()).toString(),
                        RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
            }
            return new KeysetFile(keysets);
        } catch (GeneralSecurityException | IOException failure) {
            // Not the cause: parsers quote what they read, and this is key material.
            throw new IllegalStateException("The keyset file " + place.toAbsolutePath()
                    + " is damaged or lacks a keyset. Restore it from where keys are kept.");
        }
    }

    KeysetHandle keyset(Name name) {
        return keysets.get(name);
    }

    void replace(Name name, KeysetHandle keyset) {
        keysets.put(name, keyset);
    }

    Map<Name, KeysetHandle> keysets() {
        return new EnumMap<>(keysets);
    }

    String text() {
        ObjectNode file = JSON.createObjectNode();
        keysets.forEach((name, keyset) -> file.set(name.field(), Crypto.call(() -> json(keyset))));
        return file.toPrettyString();
    }

    private static JsonNode json(KeysetHandle keyset) throws GeneralSecurityException, IOException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keyset, RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get()));
    }

    private static void register() {
        Crypto.call(() -> {
            AeadConfig.register();
            PrfConfig.register();
            return null;
        });
    }
}
