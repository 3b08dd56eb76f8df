package org.alongside.referral.hsds;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.alongside.referral.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Every kind of answer under {@code /hsds} against the published schemas, with every entity and every property filled. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HsdsSchemaTest {

    private static final String SCHEMAS = "hsds-3.1/schema";

    private final ObjectMapper json = new ObjectMapper();
    private final OneOfEverything everything = new OneOfEverything();
    private final Map<String, JsonNode> trees = new HashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    @BeforeAll
    void fill() throws SQLException {
        everything.insert();
    }

    @AfterAll
    void empty() throws SQLException {
        everything.delete();
    }

    @ParameterizedTest
    @EnumSource
    void theModelHasEveryPropertyAndNothingElse(HsdsEntity entity) throws IOException {
        JsonNode schema = tree(entity.table());
        Set<String> scalars = new TreeSet<>();
        Set<String> nested = new TreeSet<>();
        schema.get("properties").properties()
                .forEach(property -> (isScalar(property.getValue()) ? scalars : nested).add(property.getKey()));
        scalars.remove("id");
        assertEquals(scalars, entity.columns().stream().filter(HsdsColumn::isStandard).map(HsdsColumn::name)
                .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(nested,
                entity.members().stream().map(HsdsMember::name).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(entity.file() + ".csv", schema.get("path").asText());
        Set<String> required = required(schema);
        assertEquals(required,
                entity.columns().stream().filter(column -> column.required() && !column.name().startsWith("x_"))
                        .map(HsdsColumn::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource({"services, compiled/service_list", "services?full=true, compiled/service",
            "services?minimal=true, compiled/service_list", "organizations, compiled/organization_list",
            "organizations?full=true, compiled/organization", "organizations?full_service=true, compiled/organization",
            "service_at_locations, compiled/service_at_location_list",
            "service_at_locations?full=true, compiled/service_at_location", "taxonomies, taxonomy",
            "taxonomy_terms, taxonomy_term"})
    void everyListIsAsPublished(String path, String schema) throws IOException {
        String separator = path.contains("?") ? "&" : "?";
        for (Response answer : List.of(given().get("/hsds/" + path), given().post("/hsds/" + path))) {
            JsonNode page = json.readTree(answer.then().statusCode(200).extract().asString());
            checkEnvelope(page);
            for (JsonNode document : page.get("contents")) {
                check(document, schema);
            }
        }
        String lines = given().get("/hsds/" + path + separator + "format=ndjson").then().statusCode(200).extract()
                .asString();
        for (String line : lines.lines().toList()) {
            check(json.readTree(line), schema);
        }
    }

    @ParameterizedTest
    @CsvSource({"services, SERVICE, compiled/service", "organizations, ORGANIZATION, compiled/organization",
            "service_at_locations, SERVICE_AT_LOCATION, compiled/service_at_location", "taxonomies, TAXONOMY, taxonomy",
            "taxonomy_terms, TAXONOMY_TERM, taxonomy_term", "locations, LOCATION, location"})
    void everyDocumentIsAsPublishedAndWhole(String path, HsdsEntity entity, String schema) throws IOException {
        JsonNode document = json.readTree(given().get("/hsds/" + path + "/" + OneOfEverything.id(entity)).then()
                .statusCode(200).extract().asString());
        check(document, schema);
        Set<String> expected = new TreeSet<>();
        tree(schema).get("properties").fieldNames().forEachRemaining(expected::add);
        Set<String> missing = new TreeSet<>(expected);
        document.fieldNames().forEachRemaining(missing::remove);
        assertTrue(missing.isEmpty(), path + " lacks " + missing);
    }

    @Test
    void anOrganizationWithWholeServicesIsAsPublished() throws IOException {
        check(json.readTree(given().get("/hsds/organizations/" + OneOfEverything.id(HsdsEntity.ORGANIZATION)
                + "?full_service=true").then().statusCode(200).extract().asString()), "compiled/organization");
    }

    @Test
    void everyPathAndParameterOfTheOpenApiDocumentIsServed() throws IOException {
        JsonNode published = tree("openapi").get("paths");
        JsonNode served = json.readTree(given().get("/q/openapi?format=json").then().extract().asString()).get("paths");
        List<String> missing = new ArrayList<>();
        published.properties().forEach(path -> {
            String own = path.getKey().equals("/") ? "/hsds" : "/hsds" + path.getKey();
            Stream.of("get", "post").filter(path.getValue()::has).forEach(method -> {
                Set<String> names = names(served.at(pointer(own)).path(method), path.getValue());
                parameters(path.getValue().get(method)).filter(name -> !names.contains(name))
                        .forEach(name -> missing.add(method + " " + own + " " + name));
                if (!served.at(pointer(own)).has(method)) {
                    missing.add(method + " " + own);
                }
            });
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void theDescriptionIsAsPublished() throws IOException {
        JsonNode schema = tree("openapi").at("/paths/~1/get/responses/200/content/application~1json/schema");
        JsonNode description = json.readTree(given().get("/hsds/").then().extract().asString());
        assertEquals(List.of(), registry.getSchema(schema).validate(description));
        assertEquals(names(schema.get("properties")), names(description));
    }

    private void checkEnvelope(JsonNode page) throws IOException {
        JsonNode schema = tree("openapi").at("/components/schemas/Page");
        assertEquals(List.of(), registry.getSchema(schema).validate(page));
        Set<String> expected = names(schema.get("properties"));
        expected.add("contents");
        assertEquals(expected, names(page));
        assertFalse(page.get("contents").isEmpty(), "nothing would be checked");
    }

    /** The schemas allow members they do not know; here only those that begin with x_ are allowed besides. */
    private void check(JsonNode document, String name) throws IOException {
        if (!schemas.containsKey(name)) {
            schemas.put(name, registry.getSchema(closed(tree(name).deepCopy(), name)));
        }
        assertEquals(List.of(), schemas.get(name).validate(document).stream().filter(error -> !isReserved(error))
                .map(Object::toString).limit(5).toList(), name);
    }

    /** The validator knows the top-level domains of the present, not those reserved for examples (RFC 2606). */
    private static boolean isReserved(Error error) {
        return error.getKeyword().equals("format")
                && error.getInstanceNode().asText().matches("[a-z]+@[a-z-]+\\.example");
    }

    /** Lets members besides those of the schema be only the suite's own, and the {@code modified_date} that HSDS asks for. */
    private static JsonNode closed(JsonNode schema, String name) {
        if (schema.isObject() && schema.path("properties").isObject()) {
            ObjectNode object = (ObjectNode) schema;
            object.putObject("patternProperties").putObject("^x_");
            object.put("additionalProperties", false);
            if (name.endsWith("service_list")) {
                ((ObjectNode) object.get("properties")).putObject("modified_date").put("type", "string").put("format",
                        "date-time");
            }
        }
        schema.forEach(child -> closed(child, name));
        return schema;
    }

    private JsonNode tree(String name) throws IOException {
        if (!trees.containsKey(name)) {
            JsonNode file = json.readTree(Files.readAllBytes(SharedData.at(SCHEMAS).resolve(name + ".json")));
            trees.put(name, resolved(file, !name.contains("/") && !name.equals("openapi")));
        }
        return trees.get(name);
    }

    /** Schemas that are not compiled name one another by file. */
    private JsonNode resolved(JsonNode schema, boolean follow) throws IOException {
        if (follow && schema.path("properties").isObject()) {
            for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
                JsonNode holder = property.getValue().has("items")
                        ? property.getValue().get("items")
                        : property.getValue();
                if (holder.has("$ref")) {
                    ObjectNode target = (ObjectNode) holder;
                    String file = target.remove("$ref").asText().replace(".json", "");
                    target.setAll((ObjectNode) tree(file).deepCopy());
                }
            }
        }
        return schema;
    }

    private static boolean isScalar(JsonNode property) {
        return property.has("type") && !property.get("type").asText().equals("array")
                && !property.get("type").asText().equals("object");
    }

    /** What a document must have and what a row must have besides; the unit of a capacity stands in its row as its id. */
    private static Set<String> required(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        for (String list : List.of("required", "tabular_required")) {
            schema.path(list).forEach(name -> required.add(name.asText()));
        }
        required.removeAll(Set.of("id", "unit"));
        return required;
    }

    private static Stream<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.has("name")
                        ? parameter.get("name").asText()
                        : parameter.get("$ref").asText().replaceAll(".*/", ""));
    }

    private static Set<String> names(JsonNode operation, JsonNode path) {
        return Stream.concat(parameters(operation), parameters(path)).collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }

    private static String pointer(String path) {
        return "/" + path.replace("~", "~0").replace("/", "~1");
    }
}
