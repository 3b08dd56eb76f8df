package org.alongside.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class EventSchemasTest {

    private static final String TYPE = "org.alongside.kit.thing.changed.v1";
    private final EventSchemas schemas = new EventSchemas(new ObjectMapper());

    record Thing(Object n, Object id) {}

    @Test
    void writesWhatMatchesAndLeavesOutNulls() {
        assertEquals("{\"n\":1}", new String(schemas.write(TYPE, new Thing(1, null)), UTF_8));
    }

    @Test
    void refusesToWriteWhatDoesNotMatchAndDoesNotRepeatIt() {
        assertRefused(new Thing("canary", null), "'type'", "/n");
        assertRefused(Map.of("n", 1, "canary", 2), "'additionalProperties'", "");
        assertRefused(Map.of(), "'required'", "");
        assertRefused(new Thing(1, "canary"), "'format'", "/id");
    }

    @Test
    void refusesATypeWithoutASchemaAndSaysWhichFileToAdd() {
        InvalidEvent refusal = assertThrows(InvalidEvent.class,
                () -> schemas.write("org.alongside.kit.other.v1", Map.of()));
        assertTrue(refusal.getMessage().contains("events/org.alongside.kit.other.v1.json"), refusal.getMessage());
    }

    @Test
    void checksWhatWasReceived() {
        schemas.check(event("{\"n\":1}"));
        assertEquals(new Thing(1, null), schemas.checked(event("{\"n\":1}"), Thing.class));
        for (String wrong : new String[]{"{\"n\":\"x\"}", "{\"n\":1", "{\"n\":1} {}", "", "[1]", "null"}) {
            assertThrows(InvalidEvent.class, () -> schemas.check(event(wrong)), wrong);
            assertThrows(InvalidEvent.class, () -> schemas.checked(event(wrong), Thing.class), wrong);
        }
    }

    @Test
    void readsAPayloadAsARecord() {
        UUID id = UUID.randomUUID();
        Thing thing = schemas.read(event("{\"n\":1,\"id\":\"" + id + "\"}"), Thing.class);
        assertEquals(new Thing(1, id.toString()), thing);
    }

    @Test
    void leavesMembersThatTheConsumerDoesNotAskFor() {
        assertEquals(new Thing(1, null), schemas.read(event("{\"n\":1,\"addedLater\":2}"), Thing.class));
    }

    private void assertRefused(Object data, String rule, String place) {
        InvalidEvent refusal = assertThrows(InvalidEvent.class, () -> schemas.write(TYPE, data));
        assertTrue(refusal.getMessage().contains(rule), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(place), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("canary"), refusal.getMessage());
    }

    private static Event event(String payload) {
        return new Event(UUID.randomUUID(), "/alongside/kit", TYPE, "kit.thing.v1", "key", "subject", Instant.now(),
                payload.getBytes(UTF_8), null, 1, 1, 1, false);
    }
}
