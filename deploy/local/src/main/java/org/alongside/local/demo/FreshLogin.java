package org.alongside.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.alongside.local.StackException;

/**
 * A login by Keycloak's page, as a browser does it: authorization code with PKCE (RFC 7636). Only this login has a time
 * ({@code auth_time}); a token for user name and password has none.
 */
final class FreshLogin {

    private static final String CLIENT = "alongside-demo";
    private static final String BACK = "http://127.0.0.1/demo";
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int VERIFIER_BYTES = 32;

    private final URI tokenEndpoint;
    /** By hand: the JDK's sends cookies of version 1, which Keycloak's are, in a form that Keycloak does not read. */
    private final Map<String, String> cookies = new TreeMap<>();
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final String verifier = verifier();

    FreshLogin(URI tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    /** @return Keycloak's answer with the tokens, JSON */
    String of(String account, String password) throws IOException, InterruptedException {
        String namePage = send(HttpRequest.newBuilder(tokenEndpoint.resolve("auth?" + form(Map.of("response_type",
                "code",
                "client_id", CLIENT, "redirect_uri", BACK, "scope", "openid", "prompt", "login", "code_challenge",
                challenge(), "code_challenge_method", "S256")))).GET(), 200).body();
        // With organizations Keycloak asks for the name first, and then for the password.
        String passwordPage = send(submit(namePage, Map.of("username", account)), 200).body();
        HttpResponse<String> back = send(submit(passwordPage, Map.of("username", account, "password", password)), 302);
        String code = found(CODE, back.headers().firstValue("Location").orElse(""), "code");
        return send(post(tokenEndpoint, Map.of("grant_type", "authorization_code", "client_id", CLIENT, "redirect_uri",
                BACK, "code_verifier", verifier, "code", code)), 200).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int wanted)
            throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie",
                    cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        if (answer.statusCode() != wanted) {
            throw new StackException(
                    "The login at Keycloak was answered " + answer.statusCode() + " instead of " + wanted
                            + ": the realm is not the demo realm, or was changed.");
        }
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0].strip(), pair[1].strip());
    }

    private static HttpRequest.Builder submit(String page, Map<String, String> fields) {
        return post(URI.create(found(FORM, page, "login form").replace("&amp;", "&")), fields);
    }

    private static HttpRequest.Builder post(URI to, Map<String, String> fields) {
        return HttpRequest.newBuilder(to).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String found(Pattern pattern, String text, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new StackException("Keycloak's answer holds no " + what + ".");
        }
        return matcher.group(1);
    }

    private static String verifier() {
        byte[] random = new byte[VERIFIER_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
