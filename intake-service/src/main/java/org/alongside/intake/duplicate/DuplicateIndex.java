package org.alongside.intake.duplicate;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientDescribed;
import org.alongside.intake.client.api.ClientDetails;
import org.alongside.kit.erasure.ClientKeyDestroyed;
import org.alongside.kit.sealing.BlindIndex;
import org.hibernate.Session;

/** Finds records that share keys with one, among those of the same home agency: the keys of two agencies have nothing in common. */
@ApplicationScoped
class DuplicateIndex {

    private static final String KIND = "possible-duplicate";
    private static final String FORGET = "delete from duplicate_key where client_id = ?";
    private static final String ADD = """
            insert into duplicate_key (client_id, home_agency, token) values (?, ?, ?) on conflict do nothing""";
    private static final String MARK = """
            insert into duplicate_indexed (client_id, edition) values (?, ?)
                on conflict (client_id) do update set edition = excluded.edition""";
    private static final String FIND = """
            select client_id from duplicate_key
             where home_agency = :agency and token = any (:tokens) and client_id <> all (:known)
             group by client_id order by count(*) desc, client_id limit :limit""";
    private static final String NOT_INDEXED = """
            select c.id from client c left join duplicate_indexed d on d.client_id = c.id
             where d.client_id is null or d.edition < :edition order by c.id limit :limit""";

    private final EntityManager entities;
    private final BlindIndex blind;

    DuplicateIndex(EntityManager entities, BlindIndex blind) {
        this.entities = entities;
        this.blind = blind;
    }

    void update(@Observes ClientDescribed described) {
        update(described.client(), described.details());
    }

    /** Replaces the keys of a client. */
    void update(Client client, ClientDetails details) {
        List<byte[]> tokens = tokens(client.homeAgency(), Traits.of(details));
        session().doWork(connection -> {
            try (var forget = connection.prepareStatement(FORGET);
                    var add = connection.prepareStatement(ADD);
                    var mark = connection.prepareStatement(MARK)) {
                forget.setObject(1, client.clientId());
                forget.executeUpdate();
                for (byte[] token : tokens) {
                    add.setObject(1, client.clientId());
                    add.setObject(2, client.homeAgency());
                    add.setBytes(3, token);
                    add.addBatch();
                }
                add.executeBatch();
                mark.setObject(1, client.clientId());
                mark.setInt(2, DuplicateKeys.EDITION);
                mark.executeUpdate();
            }
        });
    }

    /** An erased client is found no more, and counts as indexed for ever. */
    void forget(@Observes ClientKeyDestroyed erased) {
        session().doWork(connection -> {
            try (var forget = connection.prepareStatement(FORGET); var mark = connection.prepareStatement(MARK)) {
                forget.setObject(1, erased.clientId());
                forget.executeUpdate();
                mark.setObject(1, erased.clientId());
                mark.setInt(2, Integer.MAX_VALUE);
                mark.executeUpdate();
            }
        });
    }

    /**
     * Those that share most keys first.
     *
     * @param known records that are known to be of the person
     */
    List<UUID> candidates(UUID homeAgency, List<Traits> person, List<UUID> known, int limit) {
        return session().createNativeQuery(FIND, UUID.class).setParameter("agency", homeAgency)
                .setParameter("tokens", tokens(homeAgency, person).toArray(byte[][]::new))
                .setParameter("known", known.toArray(UUID[]::new)).setParameter("limit", limit).getResultList();
    }

    /** Clients from before there were these keys. */
    List<UUID> notIndexed(int limit) {
        return session().createNativeQuery(NOT_INDEXED, UUID.class).setParameter("edition", DuplicateKeys.EDITION)
                .setParameter("limit", limit).getResultList();
    }

    private List<byte[]> tokens(UUID homeAgency, List<Traits> person) {
        return DuplicateKeys.of(person).stream().map(key -> blind.token(homeAgency, KIND, key)).toList();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
