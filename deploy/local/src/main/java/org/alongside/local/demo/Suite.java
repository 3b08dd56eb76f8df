package org.alongside.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.alongside.local.LocalStack;
import org.alongside.local.StackException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/** The four services over HTTP, as a partner's program would call them. */
public final class Suite {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Map<String, URI> services;
    private final Accounts accounts;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    /** @param services base addresses by service name */
    public Suite(Map<String, URI> services, Accounts accounts, HttpClient http) {
        this.services = Map.copyOf(services);
        this.accounts = accounts;
        this.http = http;
    }

    /** The suite of a running stack. */
    public static Suite of(LocalStack stack) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2)).build();
        return new Suite(Map.of("intake", stack.service("intake").base(), "planning", stack.service("planning").base(),
                "referral", stack.service("referral").base(), "audit", stack.service("audit").base()),
                new Accounts(stack.keycloak().tokenEndpoint(), http), http);
    }

    /**
     * What an account asks of a service.
     *
     * @param purpose purpose of use other than the operation's own, or {@code null}
     * @param ifMatch version the change is based on, or {@code null}
     * @param body    JSON, or {@code null}
     */
    public record Call(String account, String method, String service, String path, String purpose, String ifMatch,
            String body) {

        public static Call get(String account, String service, String path) {
            return new Call(account, "GET", service, path, null, null, null);
        }

        public static Call post(String account, String service, String path, String body) {
            return new Call(account, "POST", service, path, null, null, body);
        }

        /** The same on the condition that the resource still has that version. */
        public Call at(Reply seen) {
            return new Call(account, method, service, path, purpose, seen.etag(), body);
        }

        /** The same with a purpose of use stated. */
        public Call statingPurpose(String stated) {
            return new Call(account, method, service, path, stated, ifMatch, body);
        }
    }

    /** What came back. */
    public record Reply(int status, JsonNode body, String etag, String accessId) {

        /** A member of the body as text; empty when absent. */
        public String text(String pointer) {
            return body.at(pointer).asText("");
        }
    }

    /** Lets the account log in anew; its calls have that login from then on. */
    public void logInAnew(String account) {
        accounts.logInAnew(account);
    }

    /** Sends a call; every POST with a key of its own, so that it could be repeated safely. */
    public Reply send(Call call) {
        HttpResponse<byte[]> answer = exchange(call, request(call, "application/json, */*;q=0.1"));
        return new Reply(answer.statusCode(), body(call, answer), answer.headers().firstValue("ETag").orElse(null),
                answer.headers().firstValue("Alongside-Access-Id").orElse(null));
    }

    /**
     * What a call is answered with as a page of HTML.
     *
     * @throws StackException when the answer is none
     */
    public String page(Call call) {
        HttpResponse<byte[]> answer = exchange(call, request(call, "text/html"));
        if (answer.statusCode() != 200) {
            throw new StackException(call.method() + " " + call.path() + " answers " + answer.statusCode()
                    + " instead of a page: see ./alongside logs " + call.service());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpRequest request(Call call, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(services.get(call.service()).resolve(call.path()))
                .timeout(TIMEOUT).header("Authorization", "Bearer " + accounts.token(call.account()))
                .header("Accept", accept);
        if (call.purpose() != null) {
            request.header("X-Purpose-Of-Use", call.purpose());
        }
        if (call.ifMatch() != null) {
            request.header("If-Match", call.ifMatch());
        }
        if (call.method().equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (call.body() != null) {
            request.header("Content-Type",
                    call.method().equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        return request.method(call.method(),
                call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body())).build();
    }

    /**
     * Sends a call again and again until its answer is as wanted: services learn from one another by events.
     *
     * @throws StackException when it does not become so in time
     */
    public Reply await(Call call, Predicate<Reply> wanted, Duration patience) {
        return await(call, wanted, patience, BETWEEN_LOOKS);
    }

    /** As the other, with so much time between one look and the next: each look at a client is an access to that client. */
    Reply await(Call call, Predicate<Reply> wanted, Duration patience, Duration between) {
        long end = System.nanoTime() + patience.toNanos();
        Reply reply = send(call);
        while (!wanted.test(reply)) {
            if (System.nanoTime() > end) {
                throw new StackException(
                        call.method() + " " + call.path() + " still answers " + reply.status() + " after "
                                + patience.toSeconds() + " s: see ./alongside logs " + call.service());
            }
            pause(between);
            reply = send(call);
        }
        return reply;
    }

    /** A page for people is one text. */
    private JsonNode body(Call call, HttpResponse<byte[]> answer) {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return TextNode.valueOf(new String(answer.body(), StandardCharsets.UTF_8));
        }
        try {
            return answer.body().length == 0 ? json.createObjectNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException(call.method() + " " + call.path() + " is answered with what is no JSON: see"
                    + " ./alongside logs " + call.service(), e);
        }
    }

    private HttpResponse<byte[]> exchange(Call call, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new StackException(call.service() + " does not answer at " + request.uri() + ": run ./alongside up.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + call.service(), e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", e);
        }
    }
}
