package org.alongside.audit.disclosureaccount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.alongside.audit.disclosureaccount.api.Language;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** No code that an account can meet is without words, in any of its languages. */
class AccountWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPartPurposeRoleAndBasisHasWords(Language language) throws IOException {
        AccountWords words = new AccountWords(language);
        List<String> lacking = new ArrayList<>();
        Arrays.stream(Part.values()).map(Part::code).filter(code -> lacks(words, "part", code)).forEach(lacking::add);
        Arrays.stream(Role.values()).map(Role::code).filter(code -> lacks(words, "role", code)).forEach(lacking::add);
        Arrays.stream(PurposeOfUse.values()).map(Enum::name).filter(code -> lacks(words, "purpose", code))
                .forEach(lacking::add);
        bases().stream().filter(code -> lacks(words, "basis", code)).forEach(lacking::add);
        assertEquals(List.of(), lacking);
    }

    /** Only what a grant or the auditor's role opens can be an access from outside. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyOperationOpenToOthersThanTheHomeAgencyHasWords(Language language) throws IOException {
        AccountWords words = new AccountWords(language);
        List<String> operations = operationsOpenToOthers();
        assertTrue(operations.contains("referral.read") && operations.contains("access-event.search"),
                operations.toString());
        assertEquals(List.of(), operations.stream().filter(code -> lacks(words, "operation", code)).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void allLanguagesHaveTheSameKeys(Language language) {
        assertEquals(keys(Language.EN), keys(language));
    }

    private static boolean lacks(AccountWords words, String kind, String code) {
        return words.of(kind, code).equals(code);
    }

    private static TreeSet<String> keys(Language language) {
        return new TreeSet<>(new AccountWords(language).keys());
    }

    private static List<String> bases() throws IOException {
        try (InputStream schema = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("events/org.alongside.audit.access.v1.json")) {
            List<String> bases = new ArrayList<>();
            new ObjectMapper().readTree(schema).at("/properties/basis/enum").forEach(code -> bases.add(code.asText()));
            return bases;
        }
    }

    /** From the OpenAPI documents of all services in the repository. */
    private static List<String> operationsOpenToOthers() throws IOException {
        Path root = Path.of(System.getProperty("alongside.root"));
        List<String> operations = new ArrayList<>();
        try (Stream<Path> services = Files.list(root)) {
            for (Path document : services.map(service -> service.resolve("openapi.yaml")).filter(Files::exists)
                    .toList()) {
                new YAMLMapper().readTree(document.toFile()).get("paths")
                        .forEach(path -> path.forEach(operation -> addIfOpen(operation, operations)));
            }
        }
        return operations;
    }

    private static void addIfOpen(JsonNode operation, List<String> operations) {
        List<String> relations = new ArrayList<>();
        operation.at("/x-alongside-access/relations").forEach(relation -> relations.add(relation.asText()));
        if (relations.contains("grant") || relations.contains("oversight")) {
            operations.add(operation.get("operationId").asText());
        }
    }
}
