package org.alongside.audit.connection;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Keeps what intake-service tells of who lives together. */
@ApplicationScoped
class Households {

    private static final String STORE = """
            insert into household as h (client_id, home_agency, members, version)
            values (:client, :home, :members, :version)
            on conflict (client_id) do update set members = excluded.members, version = excluded.version
             where h.version < excluded.version""";

    private final EntityManager entities;

    Households(EntityManager entities) {
        this.entities = entities;
    }

    void store(HouseholdTold told) {
        UUID[] together = Stream.concat(Stream.of(told.clientId()), told.members().stream()).toArray(UUID[]::new);
        entities.unwrap(Session.class).createNativeMutationQuery(STORE).setParameter("client", told.clientId())
                .setParameter("home", told.homeAgency()).setParameter("members", together)
                .setParameter("version", told.version()).executeUpdate();
    }

    /** @param members other clients of the list */
    record HouseholdTold(UUID clientId, UUID homeAgency, List<UUID> members, long version) {}
}
