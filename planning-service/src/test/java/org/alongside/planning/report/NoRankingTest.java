package org.alongside.planning.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Figures are never of a worker: no report that the service publishes has a place for one. */
class NoRankingTest {

    private static final Set<String> OF_WORKERS = Set.of("worker", "primaryWorker", "team", "subject", "actor",
            "recordedBy", "raisedBy", "measuredBy", "heldBy", "completedBy");

    @Test
    void noReportHasAPlaceForAWorker() throws IOException {
        JsonNode api = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("openapi.yaml")));
        Set<String> seen = new HashSet<>();
        int reports = 0;
        for (var path : api.get("paths").properties()) {
            if (path.getKey().startsWith("/v1/reports")) {
                reports++;
                assertFalse(path.getValue().toString().contains("worker"), path.getKey());
                collect(api, path.getValue(), seen);
            }
        }
        assertTrue(reports > 0 && seen.contains("endings"), seen.toString());
        seen.retainAll(OF_WORKERS);
        assertTrue(seen.isEmpty(), "a report tells of workers: " + seen);
    }

    private static void collect(JsonNode api, JsonNode node, Set<String> names) {
        if (node.has("$ref")) {
            String place = node.get("$ref").asText().substring(1);
            if (names.add(place)) {
                collect(api, api.at(place), names);
            }
        }
        if (node.has("properties")) {
            node.get("properties").fieldNames().forEachRemaining(names::add);
        }
        node.forEach(child -> collect(api, child, names));
    }
}
