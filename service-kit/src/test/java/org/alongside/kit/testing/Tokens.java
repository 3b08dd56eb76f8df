package org.alongside.kit.testing;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.caller.Role;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/**
 * Access tokens for tests of one module, of the shape that Keycloak gives with the realm of {@code deploy/keycloak}, signed with
 * a key that {@link TokenResource} makes the service trust. The real Keycloak stands in {@code system-tests}.
 */
public final class Tokens {

    /** The demo agencies, with the ids of the realm. */
    public static final UUID FAMILY_SERVICES = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    public static final UUID LEGAL_AID = UUID.fromString("0a000000-0000-4000-8000-000000000002");
    public static final UUID HOUSING = UUID.fromString("0a000000-0000-4000-8000-000000000003");
    public static final UUID OVERSIGHT = UUID.fromString("0a000000-0000-4000-8000-000000000004");

    static final String AUDIENCE = "alongside-api";

    // Quarkus loads this class more than once in a test run; the property carries one key across.
    private static final String KEY_PROPERTY = "alongside.test.token-key";
    private static final String PUBLIC_KEY_PROPERTY = "alongside.test.token-public-key";

    private UUID subject = UUID.randomUUID();
    private List<UUID> agencies = List.of();
    private Set<Role> roles = Set.of();
    private String audience = AUDIENCE;
    /** Longer than the real ones: a test class may wait for its turn. */
    private Instant expires = Instant.now().plusSeconds(3600);

    private Instant loggedIn = Instant.now();

    private Tokens() {}

    /** A token of someone with these roles at an agency. */
    public static String token(UUID agency, Role... roles) {
        return of(agency, roles).sign();
    }

    public static Tokens of(UUID agency, Role... roles) {
        Tokens tokens = new Tokens();
        tokens.agencies = List.of(agency);
        tokens.roles = Set.copyOf(Arrays.asList(roles));
        return tokens;
    }

    public Tokens subject(UUID who) {
        subject = who;
        return this;
    }

    public Tokens agencies(UUID... several) {
        agencies = List.of(several);
        return this;
    }

    public Tokens audience(String other) {
        audience = other;
        return this;
    }

    public Tokens expires(Instant at) {
        expires = at;
        return this;
    }

    /** @param at when the person logged in, just now unless stated; null for a token that does not say */
    public Tokens loggedIn(Instant at) {
        loggedIn = at;
        return this;
    }

    public String sign() {
        Map<String, Object> organizations = new LinkedHashMap<>();
        agencies.forEach(agency -> organizations.put("agency-" + agency, Map.of("id", agency.toString())));
        JwtClaimsBuilder claims = Jwt.claims().subject(subject.toString()).audience(audience)
                .claim("azp", "alongside-test")
                .claim("realm_access", Map.of("roles", roles.stream().map(Role::code).toList()))
                .claim("organization", organizations).issuedAt(Instant.now().minusSeconds(1)).expiresAt(expires);
        return (loggedIn == null ? claims : claims.claim("auth_time", loggedIn.getEpochSecond())).sign(privateKey());
    }

    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC_KEY_PROPERTY) == null) {
            KeyPair pair = newKeyPair();
            System.setProperty(KEY_PROPERTY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC_KEY_PROPERTY, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        }
        return System.getProperty(PUBLIC_KEY_PROPERTY);
    }

    private static PrivateKey privateKey() {
        publicKey();
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY_PROPERTY));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
