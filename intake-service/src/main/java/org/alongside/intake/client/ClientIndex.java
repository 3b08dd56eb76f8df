package org.alongside.intake.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.SearchClients;
import org.alongside.kit.sealing.BlindIndex;
import org.hibernate.Session;

/** Finds clients by equality without storing what they are found by. */
@ApplicationScoped
class ClientIndex {

    private final EntityManager entities;
    private final BlindIndex blind;

    ClientIndex(EntityManager entities, BlindIndex blind) {
        this.entities = entities;
        this.blind = blind;
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

    /** Clients visible to the caller that match every given value. */
    List<UUID> find(SearchClients search) {
        Set<UUID> found = null;
        List<UUID> agencies = visibleHomeAgencies();
        for (Map.Entry<ClientToken, String> criterion : values(search)) {
            if (criterion.getKey().normalise(criterion.getValue()).isBlank()) {
                return List.of();
            }
            Set<UUID> matches = new HashSet<>(matches(agencies, criterion.getKey(), criterion.getValue()));
            if (found == null) {
                found = matches;
            } else {
                found.retainAll(matches);
            }
        }
        return found == null ? List.of() : new ArrayList<>(found);
    }

    private List<UUID> matches(List<UUID> agencies, ClientToken kind, String value) {
        byte[][] tokens = agencies.stream().map(agency -> token(agency, kind, value)).toArray(byte[][]::new);
        return entities.unwrap(Session.class)
                .createNativeQuery("select client_id from client_token where kind = :kind and token = any(:tokens)",
                        UUID.class)
                .setParameter("kind", kind.kind()).setParameter("tokens", tokens).getResultList();
    }

    /** The acting agency, and those whose clients a grant opens to it: tokens are keyed by home agency. */
    private List<UUID> visibleHomeAgencies() {
        return entities.unwrap(Session.class).createNativeQuery(
                "select acting_agency() union select home_agency from access_grant where grantee = acting_agency()",
                UUID.class).getResultList();
    }

    private byte[] token(UUID homeAgency, ClientToken kind, String value) {
        return blind.token(homeAgency, kind.kind(), kind.normalise(value));
    }

    private static List<Map.Entry<ClientToken, String>> values(ClientDetails details) {
        List<Map.Entry<ClientToken, String>> values = new ArrayList<>();
        add(values, ClientToken.FAMILY_NAME, details.identity().familyName());
        add(values, ClientToken.GIVEN_NAMES, details.identity().givenNames());
        add(values, ClientToken.GIVEN_NAMES, details.identity().nameToUse());
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
