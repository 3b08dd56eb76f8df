package org.alongside.kit.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.alongside.kit.print.Words;

/** Whether every member of a client's data can be put into words, by the OpenAPI document of the running service. */
public final class ClientDataWords {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Object> schemas;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> members = new TreeSet<>();

    private ClientDataWords(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** @param schema name of the data's schema, for example {@code IntakeData} */
    public static void check(String schema) {
        ClientDataWords words = new ClientDataWords(given().get("/q/openapi?format=json").then().statusCode(200)
                .extract().jsonPath().getMap("components.schemas"));
        words.follow(schema);
        assertTrue(words.members.size() > 20, "only " + words.members);
        for (String language : List.of("en", "es")) {
            Set<String> missing = new TreeSet<>(words.members);
            Set<String> known = Words.onClassPath("/org/alongside/kit/clientdata/words_" + language + ".properties")
                    .keySet();
            missing.removeIf(member -> known.contains("field." + member));
            assertEquals(Set.of(), missing, "no words in " + language);
        }
    }

    private void follow(String schema) {
        if (seen.add(schema)) {
            walk(schemas.get(schema));
        }
    }

    private void walk(Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("$ref")) {
                    follow(((String) value).substring(SCHEMAS.length()));
                } else if (key.equals("properties")) {
                    ((Map<?, ?>) value).keySet().forEach(member -> members.add((String) member));
                    ((Map<?, ?>) value).values().forEach(this::walk);
                } else {
                    walk(value);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(this::walk);
        }
    }
}
