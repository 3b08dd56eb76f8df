package org.alongside.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.alongside.local.StackException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Access tokens of the demo realm's accounts, from the real Keycloak, kept until shortly before they expire. */
public final class Accounts {

    private static final String PASSWORD = "demo-only-password";
    private static final String PARTNER = "partner-";
    private static final int SECONDS_TO_SPARE = 60;

    private record Token(String value, Instant renewAt) {}

    private final URI tokenEndpoint;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** @param tokenEndpoint of the realm {@code alongside} */
    public Accounts(URI tokenEndpoint, HttpClient http) {
        this.tokenEndpoint = tokenEndpoint;
        this.http = http;
    }

    /**
     * @param account user name, such as {@code case-worker.family-services}, or the client id of a partner's system, such as
     *                {@code partner-legal-aid}
     * @return a token that is good for at least a minute
     */
    public String token(String account) {
        return tokens.compute(account, (name, known) -> known != null && known.renewAt().isAfter(Instant.now())
                ? known
                : login(name)).value();
    }

    /** Lets the account log in anew, by Keycloak's page; its calls have that token from then on. */
    public void logInAnew(String account) {
        tokens.put(account, token(() -> new FreshLogin(tokenEndpoint).of(account, PASSWORD)));
    }

    private Token login(String account) {
        return token(() -> direct(account));
    }

    private interface Login {

        /** @return Keycloak's answer, JSON */
        String run() throws IOException, InterruptedException;
    }

    private static Map<String, String> ofSystem(String client) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret",
                "demo-only-" + client + "-secret");
    }

    private static Map<String, String> ofPerson(String account) {
        return Map.of("grant_type", "password", "client_id", "alongside-demo", "username", account, "password",
                PASSWORD);
    }

    private String direct(String account) throws IOException, InterruptedException {
        String form = FreshLogin.form(account.startsWith(PARTNER) ? ofSystem(account) : ofPerson(account));
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint).header("Content-Type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new StackException("Keycloak gives " + account + " no token (" + answer.statusCode()
                    + "): the realm is not the demo realm, or its password was changed.");
        }
        return answer.body();
    }

    private Token token(Login login) {
        try {
            JsonNode token = json.readTree(login.run());
            return new Token(token.get("access_token").asText(),
                    Instant.now().plusSeconds(token.get("expires_in").asLong() - SECONDS_TO_SPARE));
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + tokenEndpoint + ": run ./alongside up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for Keycloak", e);
        }
    }
}
