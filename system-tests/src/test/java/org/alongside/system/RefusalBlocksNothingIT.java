package org.alongside.system;

import static org.alongside.system.Examples.INTAKE_WORKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.alongside.system.Examples.Example;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Refusing a consent or taking it back never blocks help: every operation of the home agency, as the services publish them, answers for a
 * client who refused, and for one who revoked, as for one whom nobody asked, and as for one whose consent is in force. An operation that
 * has no example in {@link Examples} fails this test.
 */
class RefusalBlocksNothingIT {

    static final String PROPOSAL = """
            {"recipients": ["0a000000-0000-4000-8000-000000000002"], "parts": ["identity", "contact", "referral"],
             "categories": ["legal-aid"], "purposes": ["COC"], "validUntil": "%s"}"""
            .formatted(Instant.now().plus(Duration.ofDays(30)));
    static final String GIVEN = """
            {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""";

    /** What hands a client's data to another agency, and so needs the client's consent: by reason, what the problem has to say. */
    private static final Map<String, String> SHARING = Map.of("referral.request",
            "sends the client's data to the recipient", "bundle.request",
            "sends the client's data to several recipients");
    /** What shows the consents themselves, or what was opened by them: of these only the status is the same. */
    private static final Set<String> TELLING = Set.of("consent.list", "grant.list", "restriction.begin",
            "restriction.read", "restriction.name", "intake-data.export", "referral-data.export");

    /** What answers rightly only after an event of another service, or a little later still. */
    private static final Set<String> BY_EVENTS = Set.of("case.list", "goal.propose", "referral.draft", "bundle.create",
            "open-referral.open", "referral.request", "bundle.request", "access-event.search", "access-event.read",
            "log-entry.prove", "disclosure-account.read", "disclosure-note.write", "conflict.declare", "alert.search");

    /** Id of what is not there. */
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";
    private static final Pattern NAME = Pattern.compile("<(\\w+)>|\\{(\\w+)}");
    private static final Pattern UNIQUE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Suite suite = SystemStack.suite();
    private final Map<String, Operation> operations = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<Asked, Map<String, String>> clients = new EnumMap<>(Asked.class);

    /** What the client was asked for, and said. */
    enum Asked {
        NEVER, AND_AGREED, AND_REFUSED, AND_REVOKED
    }

    private record Operation(String id, String service, String method, String path, JsonNode access) {

        boolean isOfHomeAgency() {
            boolean ofHomeAgency = false;
            for (JsonNode relation : access.path("relations")) {
                ofHomeAgency |= relation.asText().equals("home-agency");
            }
            return ofHomeAgency;
        }
    }

    @Test
    void everyOperationOfTheHomeAgencyAnswersAsIfNobodyHadAsked() throws Exception {
        for (String service : SystemStack.databases()) {
            read(service);
        }
        List<Example> examples = Examples.all();
        everyOperationHasAnExample(examples);
        for (Asked asked : Asked.values()) {
            clients.put(asked, registered(asked));
        }
        for (Example example : examples) {
            if (!wrong.isEmpty() && BY_EVENTS.contains(example.operation())) {
                break; // it would wait for what can not come any more
            }
            Map<Asked, String> answers = new EnumMap<>(Asked.class);
            for (Asked asked : Asked.values()) {
                answers.put(asked, answer(example, asked));
            }
            compare(example, answers);
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void everyOperationHasAnExample(List<Example> examples) {
        Set<String> without = new TreeSet<>();
        operations.values().stream().filter(Operation::isOfHomeAgency).map(Operation::id).forEach(without::add);
        assertTrue(without.size() > 80, "Only " + without.size() + " operations are published");
        examples.stream().map(Example::operation).forEach(without::remove);
        assertEquals(Set.of(), without, "These need an example in Examples");
    }

    private void compare(Example example, Map<Asked, String> answers) {
        List<Asked> same = SHARING.containsKey(example.operation())
                ? List.of(Asked.NEVER, Asked.AND_REFUSED, Asked.AND_REVOKED)
                : List.of(Asked.values());
        same.stream().filter(asked -> !answers.get(asked).equals(answers.get(Asked.NEVER))).forEach(
                asked -> wrong.add("%s %s:%n  %s%n  never:%n  %s".formatted(example.operation(), asked,
                        answers.get(asked), answers.get(Asked.NEVER))));
        if (SHARING.containsKey(example.operation()) && !isSaidWhatIsMissing(answers.get(Asked.NEVER))) {
            wrong.add("%s %s and does not say what is missing: %s".formatted(example.operation(),
                    SHARING.get(example.operation()), answers.get(Asked.NEVER)));
        }
    }

    private static boolean isSaidWhatIsMissing(String answer) {
        return answer.contains("urn:alongside:problem:consent-missing") && answer.contains("recipient");
    }

    private Map<String, String> registered(Asked asked) {
        String client = expect(201,
                Call.post(INTAKE_WORKER, "intake", "/v1/clients",
                        """
                {"identity": {"familyName": "Refusing", "givenNames": "Client",
                              "dateOfBirth": {"value": "1984-03-17", "precision": "exact"}},
                 "contact": {"areaPostalCode": "00105", "points": [{"kind": "phone", "value": "555-0188", "safeToText": true}]}}"""))
                .text("/clientId");
        if (asked != Asked.NEVER) {
            Reply proposed = expect(201, Call.post(INTAKE_WORKER, "intake", "/v1/clients/" + client + "/consents",
                    PROPOSAL));
            String consent = "/v1/consents/" + proposed.text("/consentId");
            if (asked == Asked.AND_REFUSED) {
                expect(200, Call.post(INTAKE_WORKER, "intake", consent + "/refuse", null).at(proposed));
            } else {
                expect(200, Call.post(INTAKE_WORKER, "intake", consent + "/give", GIVEN).at(proposed));
            }
            if (asked == Asked.AND_REVOKED) {
                expect(200, Call.post(INTAKE_WORKER, "intake", consent + "/revoke", null));
            }
        }
        Map<String, String> known = new HashMap<>();
        known.put("clientId", client);
        known.put("serviceId", service());
        return known;
    }

    private String service() {
        return expect(200, Call.post(Examples.COORDINATOR, "referral", "/v1/matches",
                "{\"category\": \"legal-aid\", \"areaPostalCode\": \"00105\", \"facts\": {\"age\": 40}}"))
                .text("/matches/0/serviceId");
    }

    /** Status and body, with whatever is new in each answer (ids, times) left out. */
    private String answer(Example example, Asked asked) {
        Map<String, String> known = clients.get(asked);
        Operation operation = operations.get(example.operation());
        if (operation.id().equals("emergency.open")) {
            suite.logInAnew(example.account());
        }
        int wanted = isShared(example, asked) ? 200 : example.status();
        Reply reply = suite.send(call(example, operation, known));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (BY_EVENTS.contains(operation.id()) && !isComplete(reply, wanted, example) && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            reply = suite.send(call(example, operation, known));
        }
        String told = reply.status() + " " + UNIQUE.matcher(reply.body().toString()).replaceAll("\u2026");
        if (wanted != reply.status()) {
            wrong.add(
                    "The example of %s should answer %d, client %s: %s".formatted(operation.id(), wanted, asked, told));
        }
        for (Map.Entry<String, String> each : example.remembers().entrySet()) {
            known.put(each.getKey(), reply.status() < 300 ? reply.text(each.getValue()) : NOTHING);
        }
        return isTheSameByStatusOnly(operation, example) ? Integer.toString(reply.status()) : told;
    }

    private static boolean isShared(Example example, Asked asked) {
        return SHARING.containsKey(example.operation()) && asked == Asked.AND_AGREED;
    }

    private static boolean isComplete(Reply reply, int wanted, Example example) {
        return reply.status() == wanted
                && example.remembers().values().stream().noneMatch(pointer -> reply.text(pointer).isEmpty());
    }

    /** The log tells of the asking too, and a list is not the same when the next client's turn comes. */
    private static boolean isTheSameByStatusOnly(Operation operation, Example example) {
        boolean ofManyClients = operation.method().equals("GET") && !operation.path().contains("{")
                && !example.query().contains("client=");
        return operation.service().equals("audit") || TELLING.contains(operation.id()) || ofManyClients;
    }

    private Call call(Example example, Operation operation, Map<String, String> known) {
        String path = filled(operation.path(), known);
        Call call = new Call(example.account(), operation.method(), operation.service(),
                path + filled(example.query(), known), null, null,
                example.body() == null ? null : filled(example.body(), known));
        if (operation.method().equals("GET") || !operation.path().contains("{")) {
            return call;
        }
        boolean replaces = !operation.method().equals("POST");
        int ids = operation.path().lastIndexOf('}') + 1;
        String resource = filled(replaces ? readable(operation.path()) : operation.path().substring(0, ids), known);
        return call.at(suite.send(Call.get(example.account(), operation.service(), resource)));
    }

    /** The path itself where it can be read, or what it is a part of. */
    private String readable(String path) {
        boolean isRead = operations.values().stream()
                .anyMatch(other -> other.method().equals("GET") && other.path().equals(path));
        return isRead ? path : path.substring(0, path.lastIndexOf('/'));
    }

    private String filled(String template, Map<String, String> known) {
        return NAME.matcher(template)
                .replaceAll(found -> known.getOrDefault(found.group(1) == null ? found.group(2) : found.group(1),
                        NOTHING));
    }

    private void read(String service) throws IOException, InterruptedException {
        URI document = SystemStack.running().service(service).base().resolve("/q/openapi?format=json");
        HttpResponse<byte[]> answer = HTTP.send(HttpRequest.newBuilder(document).build(),
                BodyHandlers.ofByteArray());
        for (Map.Entry<String, JsonNode> path : JSON.readTree(answer.body()).get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().has("x-alongside-access")) {
                    String id = method.getValue().path("operationId").asText();
                    operations.put(id, new Operation(id, service, method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(), method.getValue().get("x-alongside-access")));
                }
            }
        }
    }

    private Reply expect(int status, Call call) {
        Reply reply = suite.send(call);
        assertEquals(status, reply.status(), call.path() + " answered " + reply.body());
        return reply;
    }
}
