package org.alongside.intake.client;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.SearchClients;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.Part;
import org.alongside.kit.erasure.ClientKeyDestroyed;
import org.alongside.kit.sealing.BlindIndex;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds clients by equality without storing what they are found by. */
@ApplicationScoped
class ClientIndex {

    private static final String MATCHES = "t%1$d.kind = :kind%1$d and t%1$d.home_agency = any (:agencies)"
            + " and t%1$d.token = any (:tokens%1$d) and t%1$d.client_id = t0.client_id and t%1$d.client_id > :last";
    private static final String GRANTED = """
            exists (select 1 from access_grant g
                     where g.client_id = t0.client_id and g.grantee = acting_agency() and g.revoked_at is null
                       and g.valid_from <= now() and g.valid_until > now() and :purpose = any (g.purposes)
                       and '%s' = any (g.parts))""";
    /** From one agency to the next, so that it takes as many steps as there are agencies and not as there are grants. */
    private static final String HOME_AGENCIES = """
            with recursive homes (id) as (
                (select home_agency from access_grant where grantee = acting_agency() order by home_agency limit 1)
                union all
                select (select home_agency from access_grant where grantee = acting_agency() and home_agency > homes.id
                         order by home_agency limit 1)
                  from homes where homes.id is not null)
            select acting_agency() union select id from homes where id is not null""";

    private final EntityManager entities;
    private final BlindIndex blind;
    private final AccessContext context;

    ClientIndex(EntityManager entities, BlindIndex blind, AccessContext context) {
        this.entities = entities;
        this.blind = blind;
        this.context = context;
    }

    /** Replaces the client's tokens by those of the new details. */
    void update(Client client, ClientDetails details) {
        // Of "---" nothing is left to find anybody by.
        List<Map.Entry<ClientToken, String>> values = values(details).stream()
                .filter(value -> !value.getKey().normalise(value.getValue()).isBlank()).toList();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from client_token where client_id = ?");
                    var insert = connection.prepareStatement(
                            "insert into client_token (client_id, home_agency, kind, token) values (?, ?, ?, ?)"
                                    + " on conflict do nothing")) {
                delete.setObject(1, client.clientId());
                delete.executeUpdate();
                for (Map.Entry<ClientToken, String> value : values) {
                    insert.setObject(1, client.clientId());
                    insert.setObject(2, client.homeAgency());
                    insert.setString(3, value.getKey().kind());
                    insert.setBytes(4, token(client.homeAgency(), value.getKey(), value.getValue()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** An erased client is found no more. */
    void forget(@Observes ClientKeyDestroyed erased) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from client_token where client_id = ?")) {
                delete.setObject(1, erased.clientId());
                delete.executeUpdate();
            }
        });
    }

    /**
     * Clients that match every given value, each of a part that the caller may see of them, and whose identity the caller may see.
     *
     * @param lastSeen behind which to go on
     * @return ids in their order, at most {@code limit}
     */
    List<UUID> find(SearchClients search, UUID lastSeen, int limit) {
        List<Map.Entry<ClientToken, String>> criteria = values(search);
        if (criteria.stream().anyMatch(each -> each.getKey().normalise(each.getValue()).isBlank())) {
            return List.of();
        }
        NativeQuery<UUID> query = entities.unwrap(Session.class).createNativeQuery(sql(criteria), UUID.class)
                .setParameter("purpose", context.purpose().name()).setParameter("last", lastSeen)
                .setParameter("limit", limit);
        List<UUID> agencies = visibleHomeAgencies();
        query.setParameter("agencies", agencies.toArray(UUID[]::new));
        for (int i = 0; i < criteria.size(); i++) {
            ClientToken kind = criteria.get(i).getKey();
            String value = criteria.get(i).getValue();
            query.setParameter("kind" + i, kind.kind());
            query.setParameter("tokens" + i,
                    agencies.stream().map(agency -> token(agency, kind, value)).toArray(byte[][]::new));
        }
        return query.getResultList();
    }

    private static String sql(List<Map.Entry<ClientToken, String>> criteria) {
        String tables = IntStream.range(0, criteria.size()).mapToObj(i -> "client_token t" + i)
                .collect(joining(", "));
        String matching = IntStream.range(0, criteria.size()).mapToObj(MATCHES::formatted).collect(joining(" and "));
        String granted = Stream.concat(Stream.of(Part.IDENTITY), criteria.stream().map(each -> each.getKey().part()))
                .distinct().map(part -> GRANTED.formatted(part.code())).collect(joining(" and "));
        return "select t0.client_id from " + tables + " where " + matching
                + " and (t0.home_agency = acting_agency() or " + granted + ") order by t0.client_id limit :limit";
    }

    /** The acting agency, and those whose clients a grant opens to it: tokens are keyed by home agency. */
    private List<UUID> visibleHomeAgencies() {
        return entities.unwrap(Session.class).createNativeQuery(HOME_AGENCIES, UUID.class).getResultList();
    }

    private byte[] token(UUID homeAgency, ClientToken kind, String value) {
        return blind.token(homeAgency, kind.kind(), kind.normalise(value));
    }

    private static List<Map.Entry<ClientToken, String>> values(ClientDetails details) {
        List<Map.Entry<ClientToken, String>> values = new ArrayList<>();
        add(values, ClientToken.FAMILY_NAME, details.identity().familyName());
        add(values, ClientToken.GIVEN_NAMES, details.identity().givenNames());
        add(values, ClientToken.GIVEN_NAMES, details.identity().nameToUse());
        if (details.identity().otherNames() != null) {
            details.identity().otherNames().forEach(name -> {
                add(values, ClientToken.FAMILY_NAME, name.familyName());
                add(values, ClientToken.GIVEN_NAMES, name.givenNames());
            });
        }
        if (details.identity().dateOfBirth() != null) {
            add(values, ClientToken.DATE_OF_BIRTH, details.identity().dateOfBirth().value());
        }
        if (details.contact() != null && details.contact().points() != null) {
            for (Contact.Point point : details.contact().points()) {
                add(values, ClientToken.CONTACT_POINT, point.value());
            }
        }
        return values;
    }

    private static List<Map.Entry<ClientToken, String>> values(SearchClients search) {
        List<Map.Entry<ClientToken, String>> values = new ArrayList<>();
        add(values, ClientToken.FAMILY_NAME, search.familyName());
        add(values, ClientToken.GIVEN_NAMES, search.givenNames());
        add(values, ClientToken.DATE_OF_BIRTH, search.dateOfBirth());
        add(values, ClientToken.CONTACT_POINT, search.contactPoint());
        return values;
    }

    private static void add(List<Map.Entry<ClientToken, String>> values, ClientToken kind, String value) {
        if (value != null) {
            values.add(Map.entry(kind, value));
        }
    }
}
