package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.local.LocalStack;
import org.alongside.local.demo.Accounts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Every operation of every service, as its OpenAPI document says who may run it, tried with tokens of the real Keycloak by each
 * role that may not, without a token, with a broken one, and by another agency.
 */
class AuthorizationMatrixIT {

    private static final Map<String, String> ACCOUNT_OF_ROLE = Map.ofEntries(
            Map.entry("intake-worker", "intake-worker.family-services"),
            Map.entry("case-worker", "case-worker.family-services"),
            Map.entry("referral-coordinator", "referral-coordinator.family-services"),
            Map.entry("receiving-worker", "receiving-worker.family-services"),
            Map.entry("supervisor", "supervisor.family-services"),
            Map.entry("agency-admin", "agency-admin.family-services"),
            Map.entry("privacy-officer", "privacy-officer.family-services"), Map.entry("auditor", "auditor.oversight"),
            Map.entry("system-admin", "system-admin.oversight"));
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final LocalStack stack = SystemStack.running();
    private final Accounts accounts = new Accounts(stack.keycloak().tokenEndpoint(), HTTP);

    private record Operation(String id, URI address, String method, JsonNode access, boolean hasPathParameter,
            Map<String, Set<String>> problems) {

        boolean anonymous() {
            return access.path("anonymous").asBoolean();
        }

        Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            access.get("roles").forEach(role -> roles.add(role.asText()));
            return roles;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOperationKeepsOutWhomItsPolicyKeepsOut() throws Exception {
        List<Operation> operations = new ArrayList<>();
        for (String service : SystemStack.databases()) {
            operations.addAll(operationsOf(service));
        }
        return operations.stream().map(operation -> DynamicTest.dynamicTest(operation.id(), () -> keepsOut(operation)));
    }

    @Test
    void everyServicePublishesThePolicyOfEveryOperation() throws Exception {
        for (String service : SystemStack.databases()) {
            List<Operation> operations = operationsOf(service);
            assertTrue(operations.size() >= 3, service + " publishes " + operations.size() + " operations");
            assertAll(operations.stream().map(operation -> (Executable) () -> assertTrue(
                    operation.access().isObject() && operation.access().has("roles"),
                    operation.id() + " has no x-alongside-access")));
        }
    }

    private void keepsOut(Operation operation) throws Exception {
        if (operation.anonymous()) {
            assertTrue(status(operation, null) != 401, "Open to all, and asks for a token");
            return;
        }
        assertEquals(401, status(operation, null), "without a token");
        assertEquals(401, status(operation, "not.a.token"), "with a broken token");
        assertEquals(401, status(operation, withAnotherSignature(accounts.token("auditor.oversight"))),
                "with a token that somebody changed");
        Set<String> allowed = operation.roles();
        for (Map.Entry<String, String> account : ACCOUNT_OF_ROLE.entrySet()) {
            if (!allowed.isEmpty() && !allowed.contains(account.getKey())) {
                assertEquals(403, status(operation, accounts.token(account.getValue())), "as " + account.getKey());
            }
        }
        boolean readOfOneThing = operation.method().equals("get") && operation.hasPathParameter()
                && !operation.access().has("noClientData");
        for (String role : allowed) {
            if (readOfOneThing && ACCOUNT_OF_ROLE.containsKey(role)) {
                assertEquals(404, status(operation, accounts.token(ACCOUNT_OF_ROLE.get(role))),
                        "as " + role + ", something that is not there");
            }
        }
    }

    private static String withAnotherSignature(String token) {
        char last = token.charAt(token.length() - 2);
        return token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1);
    }

    private int status(Operation operation, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(operation.address());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        boolean body = !operation.method().equals("get") && !operation.method().equals("delete");
        if (body) {
            request.header("Content-Type",
                    operation.method().equals("patch") ? "application/merge-patch+json" : "application/json");
        }
        request.method(operation.method().toUpperCase(Locale.ROOT),
                body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400 && answer.statusCode() != 405) {
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                    operation.id() + " answers " + answer.statusCode() + " without a problem document: "
                            + answer.body());
            String type = JSON.readTree(answer.body()).path("type").asText();
            assertTrue(
                    operation.problems().getOrDefault(Integer.toString(answer.statusCode()), Set.of()).contains(type),
                    operation.id() + " answers " + type + ", which its OpenAPI document does not list");
        }
        return answer.statusCode();
    }

    /** Types of the problems that an operation lists, by status. */
    private static Map<String, Set<String>> problems(JsonNode document, JsonNode operation) {
        Map<String, Set<String>> problems = new HashMap<>();
        operation.path("responses").properties().forEach(response -> {
            String name = response.getValue().path("$ref").asText().replace("#/components/responses/", "");
            JsonNode answer = document.path("components").path("responses").path(name);
            Set<String> types = new TreeSet<>();
            answer.path("content").path("application/problem+json").path("schema").path("allOf").path(1)
                    .path("properties").path("type").path("enum").forEach(type -> types.add(type.asText()));
            problems.put(response.getKey(), types);
        });
        return problems;
    }

    private List<Operation> operationsOf(String service) throws Exception {
        URI base = stack.service(service).base();
        HttpResponse<byte[]> document = HTTP.send(
                HttpRequest.newBuilder(base.resolve("/q/openapi?format=json")).build(),
                BodyHandlers.ofByteArray());
        List<Operation> operations = new ArrayList<>();
        JsonNode described = JSON.readTree(document.body());
        for (Map.Entry<String, JsonNode> path : described.get("paths").properties()) {
            path.getValue().properties().forEach(method -> {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new Operation(method.getValue().path("operationId").asText(),
                            base.resolve(path.getKey().replaceAll("\\{[^}]*}", UUID.randomUUID().toString())),
                            method.getKey(), method.getValue().path("x-alongside-access"),
                            path.getKey().contains("{"), problems(described, method.getValue())));
                }
            });
        }
        return operations;
    }
}
