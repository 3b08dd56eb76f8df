package org.alongside.kit.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.alongside.kit.http.RequestBytes;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.sealing.TestKeys;
import org.alongside.kit.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class CursorsTest {

    private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
    private static final Map<String, String> QUERY = Map.of("status", "open");

    @TempDir
    Path folder;

    private Cursors cursors;

    @BeforeEach
    void makeCursors() {
        cursors = at(NOW);
    }

    @Test
    void bringsThePositionBack() {
        String cursor = cursors.seal("case.list", QUERY, "Sm\u00efth", "42");
        assertEquals(List.of("Sm\u00efth", "42"), cursors.open("case.list", QUERY, cursor));
        assertEquals(List.of(), cursors.open("case.list", null, cursors.seal("case.list", null)));
    }

    @Test
    void showsNothingOfThePosition() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.seal("case.list", QUERY, "Smith"));
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("Smith"));
    }

    @Test
    void isRefusedForAnotherListOrQuery() {
        String cursor = cursors.seal("case.list", QUERY, "42");
        refused(cursors, "client.list", QUERY, cursor);
        refused(cursors, "case.list", Map.of("status", "closed"), cursor);
        refused(cursors, "case.list", null, cursor);
    }

    @Test
    void everyChangedByteIsRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.seal("case.list", QUERY, "42"));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refused(cursors, "case.list", QUERY, Base64.getUrlEncoder().encodeToString(changed));
        }
    }

    @Test
    void lastsADay() {
        String cursor = cursors.seal("case.list", QUERY, "42");
        assertEquals(List.of("42"), at(NOW.plus(Duration.ofHours(24))).open("case.list", QUERY, cursor));
        refused(at(NOW.plus(Duration.ofHours(24)).plusSeconds(1)), "case.list", QUERY, cursor);
    }

    @Test
    void isRefusedByAnotherServicesKeys() {
        Cursors other = new Cursors(TestKeys.in(folder.resolve("other")), new RequestBytes(new ObjectMapper()),
                Clock.fixed(NOW, ZoneOffset.UTC));
        refused(other, "case.list", QUERY, cursors.seal("case.list", QUERY, "42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAA"})
    void anythingElseIsRefused(String cursor) {
        refused(cursors, "case.list", QUERY, cursor);
    }

    @Test
    void pageShowsNoMoreRowsThanAskedFor() {
        PageRequest request = new PageRequest(2, null);
        Page<Integer> page = Page.of(List.of("a", "bb", "ccc"), request, String::length, row -> "after " + row);
        assertEquals(new Page<>(List.of(1, 2), "after bb"), page);
        assertEquals(new Page<>(List.of(1, 2), null), Page.of(List.of("a", "bb"), request, String::length, row -> row));
    }

    @Test
    void pageLeavesOutWhatIsNotVisibleAndGoesOn() {
        Page<Integer> page = Page.ofVisible(List.of("a", "bb", "ccc"), new PageRequest(2, null),
                row -> row.length() > 1 ? Optional.of(row.length()) : Optional.empty(), row -> "after " + row);
        assertEquals(new Page<>(List.of(2), "after bb"), page);
    }

    @Test
    void listOrderedByIdStartsAfterTheLastOneSeen() {
        UUID last = Ids.next();
        String cursor = cursors.after("case.list", QUERY, last);
        assertEquals(last, cursors.lastSeen("case.list", QUERY, new PageRequest(50, cursor)));
        assertEquals(new UUID(0, 0), cursors.lastSeen("case.list", QUERY, new PageRequest(50, null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void limitsOutOfRangeAreInvalid(int limit) {
        assertEquals(ProblemType.INVALID_INPUT, assertThrows(Problem.class, () -> new PageRequest(limit, null)).kind());
    }

    private static void refused(Cursors cursors, String operation, Object query, String cursor) {
        Problem refused = assertThrows(Problem.class, () -> cursors.open(operation, query, cursor));
        assertEquals(ProblemType.INVALID_INPUT, refused.kind());
    }

    private Cursors at(Instant time) {
        return new Cursors(TestKeys.in(folder), new RequestBytes(new ObjectMapper()),
                Clock.fixed(time, ZoneOffset.UTC));
    }
}
