package org.alongside.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the real Keycloak puts into access tokens. The services decide by these claims alone. */
class LocalKeycloakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "demo-only-password";
    private static final String AGENCY = "0a000000-0000-4000-8000-00000000000";
    /** Of these none tells who the person is; {@code sid} is the session, {@code jti} the token. */
    private static final Set<String> CLAIMS = Set.of("exp", "iat", "jti", "iss", "aud", "sub", "typ", "azp", "sid",
            "realm_access", "scope", "organization");

    @TempDir
    static Path directory;
    private static LocalPostgres postgres;
    private static LocalKeycloak keycloak;

    @BeforeAll
    static void start() {
        Checkout checkout = Checkout.fromSystemProperty();
        Home home = new Home(directory);
        postgres = new LocalPostgres(checkout, home, Ports.free(), false);
        postgres.start();
        keycloak = new LocalKeycloak(checkout, home, Ports.free(), postgres);
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.stop();
        postgres.stop();
    }

    @Test
    void aWorkersTokenSaysRoleAndAgencyAndNothingOfThePerson() throws Exception {
        JsonNode token = userToken("case-worker.family-services");
        assertEquals(new TreeSet<>(CLAIMS), names(token));
        assertEquals(keycloak.realm().toString(), token.get("iss").asText());
        assertEquals("alongside-api", token.get("aud").asText());
        assertEquals("alongside-demo", token.get("azp").asText());
        assertEquals("0b000000-0000-4000-8000-000000000002", token.get("sub").asText());
        assertEquals(JSON.readTree("{\"roles\":[\"case-worker\"]}"), token.get("realm_access"));
        assertEquals(JSON.readTree("{\"family-services\":{\"id\":\"" + AGENCY + "1\"}}"), token.get("organization"));
        assertEquals(300, token.get("exp").asLong() - token.get("iat").asLong());
    }

    @Test
    void aPersonInTwoAgenciesHasBothWithoutAskingForThem() throws Exception {
        JsonNode token = userToken("case-worker.family-services-and-housing");
        assertEquals(JSON.readTree("{\"family-services\":{\"id\":\"" + AGENCY + "1\"},\"housing\":{\"id\":\"" + AGENCY
                + "3\"}}"), token.get("organization"));
    }

    @Test
    void aPartnersTokenSaysItsAgencyInTheSameShape() throws Exception {
        JsonNode token = token(Map.of("grant_type", "client_credentials", "client_id", "partner-legal-aid",
                "client_secret", "demo-only-partner-legal-aid-secret"));
        Set<String> expected = new TreeSet<>(CLAIMS);
        expected.remove("sid");
        assertEquals(expected, names(token));
        assertEquals("alongside-api", token.get("aud").asText());
        assertEquals("partner-legal-aid", token.get("azp").asText());
        assertEquals(JSON.readTree("{\"roles\":[\"partner-system\"]}"), token.get("realm_access"));
        assertEquals(JSON.readTree("{\"legal-aid\":{\"id\":\"" + AGENCY + "2\"}}"), token.get("organization"));
    }

    @Test
    void everyAccountOfTheRealmFileGetsATokenWithItsOwnRole() throws Exception {
        for (JsonNode user : JSON.readTree(Checkout.fromSystemProperty().realm().toFile()).get("users")) {
            if (user.has("credentials")) {
                String name = user.get("username").asText();
                assertEquals(user.get("realmRoles"), userToken(name).get("realm_access").get("roles"), name);
            }
        }
    }

    @Test
    void aWrongPasswordGetsNone() throws Exception {
        JsonNode answer = post(Map.of("grant_type", "password", "client_id", "alongside-demo", "username",
                "auditor.oversight", "password", "guess"));
        assertEquals("invalid_grant", answer.get("error").asText());
        assertFalse(answer.has("access_token"));
    }

    private static JsonNode userToken(String user) throws Exception {
        return token(Map.of("grant_type", "password", "client_id", "alongside-demo", "username", user, "password",
                PASSWORD));
    }

    private static JsonNode token(Map<String, String> form) throws Exception {
        JsonNode answer = post(form);
        assertTrue(answer.has("access_token"), answer::toString);
        String payload = answer.get("access_token").asText().split("\\.")[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(payload));
    }

    private static JsonNode post(Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(keycloak.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        Iterator<String> fields = object.fieldNames();
        fields.forEachRemaining(names::add);
        return names;
    }
}
