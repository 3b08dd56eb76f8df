package org.alongside.audit.connection;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Keeps what planning-service tells of its cases. */
@ApplicationScoped
class ClientCases {

    private static final String STORE = """
            insert into client_case as c (case_id, client_id, home_agency, status, closed_at, version)
            values (:id, :client, :home, :status, case when :status = 'closed' then cast(:at as timestamptz) end, :version)
            on conflict (case_id) do update set status = excluded.status, version = excluded.version,
                   closed_at = case when excluded.status = 'closed' then coalesce(c.closed_at, excluded.closed_at) end
             where c.version < excluded.version""";

    private final EntityManager entities;

    ClientCases(EntityManager entities) {
        this.entities = entities;
    }

    /** @param at when it came to be so */
    void store(CaseTold told, Instant at) {
        entities.unwrap(Session.class).createNativeMutationQuery(STORE).setParameter("id", told.caseId())
                .setParameter("client", told.clientId()).setParameter("home", told.homeAgency())
                .setParameter("status", told.status()).setParameter("at", at).setParameter("version", told.version())
                .executeUpdate();
    }

    /** The members that are of use here of every event of a case. */
    record CaseTold(UUID caseId, UUID clientId, UUID homeAgency, String status, long version) {}
}
