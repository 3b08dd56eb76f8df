package org.alongside.intake.client;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.Contact;
import org.alongside.kit.erasure.ClientKeyDestroyed;
import org.alongside.kit.sealing.BlindIndex;
import org.hibernate.Session;

/** What clients are found by, by equality, without storing it. */
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
        List<Criterion> values = values(details).stream().filter(value -> !value.isBlank()).toList();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from client_token where client_id = ?");
                    var insert = connection.prepareStatement(
                            "insert into client_token (client_id, home_agency, kind, token) values (?, ?, ?, ?)"
                                    + " on conflict do nothing")) {
                delete.setObject(1, client.clientId());
                delete.executeUpdate();
                for (Criterion value : values) {
                    insert.setObject(1, client.clientId());
                    insert.setObject(2, client.homeAgency());
                    insert.setString(3, value.kind().kind());
                    insert.setBytes(4, value.token(blind, client.homeAgency()));
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

    private static List<Criterion> values(ClientDetails details) {
        List<Criterion> values = new ArrayList<>();
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

    private static void add(List<Criterion> values, ClientToken kind, String value) {
        if (value != null) {
            values.add(new Criterion(kind, value));
        }
    }
}
