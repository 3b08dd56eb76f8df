package org.alongside.kit.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Seals records as JSON under the client's key, and opens them only for a disclosure that has the part they belong to. */
@ApplicationScoped
public class SealedJson {

    private final Sealer sealer;
    private final ObjectMapper json;

    SealedJson(Sealer sealer, ObjectMapper json) {
        this.sealer = sealer;
        // A value sealed years ago may hold a field that is gone since; input from outside stays strict.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** @param field table and column; a sealed value opens in no other */
    public byte[] seal(UUID clientId, String field, Object value) {
        try {
            return sealer.seal(clientId, field, json.writeValueAsBytes(value));
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("Not serialisable: " + field, failure);
        }
    }

    /** @return the value, or {@code null} when there is none, the disclosure lacks the part, or the client was erased */
    public <T> T open(Disclosure disclosure, Part part, String field, byte[] sealed, Class<T> type) {
        if (sealed == null || !disclosure.has(part)) {
            return null;
        }
        try {
            return json.readValue(sealer.open(disclosure.clientId(), field, sealed), type);
        } catch (DestroyedKeyException erased) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException("Not readable as " + type.getSimpleName() + ": " + field, failure);
        }
    }
}
