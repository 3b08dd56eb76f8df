package org.alongside.kit.http;

import java.net.URI;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.StoreFailures;
import org.alongside.kit.sealing.Binding;
import org.alongside.kit.sealing.MasterKeys;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Makes a POST with an {@code Idempotency-Key} take effect once, however often it is sent. The key is claimed in the transaction
 * of the effect: either both are there or neither. A repeat reads the resource again, through policy and access capture as of
 * now; no answer is stored. Of key and body only keyed MACs are stored. Keys are forgotten after 48 hours.
 */
@ApplicationScoped
public class Idempotency {

    private static final String CLAIM = "insert into idempotency_key (id, request, created_at) values (?, ?, ?)"
            + " on conflict do nothing";
    private static final String FIND = "select request, resource_id from idempotency_key where id = ?";
    private static final String COMPLETE = "update idempotency_key set resource_id = ? where id = ?";
    private static final int MAC_BYTES = 16;

    private final EntityManager entities;
    private final AccessContext access;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final MasterKeys keys;
    private final RequestBytes bytes;
    private final Clock clock;

    Idempotency(EntityManager entities, AccessContext access, HttpHeaders headers, UriInfo uri, MasterKeys keys,
            RequestBytes bytes,
            Clock clock) {
        this.entities = entities;
        this.access = access;
        this.headers = headers;
        this.uri = uri;
        this.keys = keys;
        this.bytes = bytes;
        this.clock = clock;
    }

    /**
     * {@link #once} for an operation that makes a resource: 201, its address and its {@code ETag}, on a repeat as well.
     *
     * @param collection path of the collection, ending in a slash; names the operation
     */
    public <T extends Versioned> RestResponse<T> created(String collection, Object body, Supplier<UUID> effect,
            Function<UUID, T> read) {
        Outcome<T> outcome = once(collection, body, effect, read);
        return Etag.created(URI.create(collection + outcome.id()), outcome.view());
    }

    /**
     * Runs inside the caller's open transaction.
     *
     * @param operation tells this use of the caller's key from those of other operations
     * @param body the request as read
     * @param effect done at most once for a key; gives the id of what it made
     * @param read reads the resource for the answer, the first time and each time again
     * @throws Problem {@code idempotency-key-reused} when the key came with another body before,
     *         {@code idempotency-key-in-progress} when a request with it still runs, {@code invalid-input} when it is malformed
     */
    public <T> Outcome<T> once(String operation, Object body, Supplier<UUID> effect, Function<UUID, T> read) {
        Optional<IdempotencyKey> key = IdempotencyKey.parse(headers.getHeaderString(IdempotencyKey.HEADER));
        if (key.isEmpty()) {
            return outcome(effect.get(), read, false);
        }
        byte[] id = id(operation, key.get());
        byte[] request = keys.requestMac(bytes.of(new Request(uri.getPath(), body)), MAC_BYTES);
        if (claim(id, request)) {
            UUID made = effect.get();
            complete(id, made);
            return outcome(made, read, false);
        }
        return outcome(earlier(id, request), read, true);
    }

    /** What makes two requests the same: the same body for another client or case is another request. */
    private record Request(String path, Object body) {}

    private static <T> Outcome<T> outcome(UUID id, Function<UUID, T> read, boolean repeated) {
        return new Outcome<>(id, read.apply(id), repeated);
    }

    private byte[] id(String operation, IdempotencyKey key) {
        return keys.requestMac(Binding.of("idempotency-key", access.caller().subject(),
                String.valueOf(access.caller().agency()), operation, key.value()), MAC_BYTES);
    }

    /** Waits for another holder of the key, at most for {@code lock_timeout}. */
    private boolean claim(byte[] id, byte[] request) {
        try {
            return session().doReturningWork(connection -> insert(connection, id, request) == 1);
        } catch (RuntimeException failure) {
            throw StoreFailures.lockTimeout(failure) ? Problem.of(ProblemType.IDEMPOTENCY_KEY_IN_PROGRESS) : failure;
        }
    }

    private int insert(Connection connection, byte[] id, byte[] request) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setBytes(1, id);
            claim.setBytes(2, request);
            claim.setTimestamp(3, Timestamp.from(clock.instant()));
            return claim.executeUpdate();
        }
    }

    private void complete(byte[] id, UUID resource) {
        session().doWork(connection -> {
            try (PreparedStatement complete = connection.prepareStatement(COMPLETE)) {
                complete.setObject(1, resource);
                complete.setBytes(2, id);
                complete.executeUpdate();
            }
        });
    }

    private UUID earlier(byte[] id, byte[] request) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setBytes(1, id);
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) { // forgotten since: its 48 hours ended just now
                        throw Problem.of(ProblemType.IDEMPOTENCY_KEY_IN_PROGRESS);
                    }
                    if (!MessageDigest.isEqual(request, row.getBytes(1))) {
                        throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
                    }
                    return row.getObject(2, UUID.class);
                }
            }
        });
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
