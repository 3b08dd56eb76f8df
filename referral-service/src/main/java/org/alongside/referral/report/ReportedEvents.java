package org.alongside.referral.report;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Keeps what reports are counted from: appended with every event, in its transaction, never changed and read by reports alone. */
@ApplicationScoped
public class ReportedEvents {

    /** SQL, because no entity is ever read of it: the login of requests may not. */
    private static final String APPEND = """
            insert into reported_event (referral_id, version, at, verb, sender, recipient, category, status, reason,
                                        provider_result, client_result, respond_by)
            values (:referral, :version, :at, :verb, :sender, :recipient, :category, :status, :reason, :provider,
                    :client, :respondBy)""";

    private final EntityManager entities;
    private final Clock clock;

    ReportedEvents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void append(ReportedEvent event) {
        entities.unwrap(Session.class).createNativeMutationQuery(APPEND).setParameter("referral", event.referralId())
                .setParameter("version", event.version()).setParameter("at", clock.instant())
                .setParameter("verb", event.verb()).setParameter("sender", event.sender())
                .setParameter("recipient", event.recipient()).setParameter("category", event.category())
                .setParameter("status", event.status()).setParameter("reason", event.reason(), String.class)
                .setParameter("provider", event.providerResult(), String.class)
                .setParameter("client", event.clientResult(), String.class)
                .setParameter("respondBy", event.respondBy(), Instant.class).executeUpdate();
    }
}
