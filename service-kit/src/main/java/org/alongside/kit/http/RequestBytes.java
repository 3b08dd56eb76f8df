package org.alongside.kit.http;

import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

/** The same bytes for the same request: as read, not as sent, so that white space and order of keys do not count. */
@ApplicationScoped
public class RequestBytes {

    private final ObjectMapper json;

    public RequestBytes(ObjectMapper json) {
        this.json = json.copy();
        this.json.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.json.setConfig(this.json.getSerializationConfig().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED));
    }

    /** @param request a body, or what a list is searched by; null for nothing */
    public byte[] of(Object request) {
        try {
            return json.writeValueAsBytes(request);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("Not serialisable: " + request.getClass().getName(), failure);
        }
    }
}
