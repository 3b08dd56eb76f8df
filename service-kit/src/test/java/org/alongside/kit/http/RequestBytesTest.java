package org.alongside.kit.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class RequestBytesTest {

    private final ObjectMapper json = new ObjectMapper();
    private final RequestBytes bytes = new RequestBytes(json);

    @Test
    void orderOfKeysDoesNotCountValuesDo() throws JsonProcessingException {
        Map<String, Object> oneWay = new LinkedHashMap<>();
        oneWay.put("a", 1);
        oneWay.put("b", Map.of("c", 2));
        Map<String, Object> otherWay = new LinkedHashMap<>();
        otherWay.put("b", Map.of("c", 2));
        otherWay.put("a", 1);
        assertArrayEquals(bytes.of(oneWay), bytes.of(otherWay));
        assertArrayEquals(bytes.of(json.readTree("{\"a\":1, \"b\":{\"c\":2}}")),
                bytes.of(json.readTree("{\"b\":{\"c\":2},\"a\":1}")));
        assertFalse(Arrays.equals(bytes.of(Map.of("a", 1)), bytes.of(Map.of("a", 2))));
    }
}
