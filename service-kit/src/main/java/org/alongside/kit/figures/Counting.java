package org.alongside.kit.figures;

import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Lets the database count for a report longer than any other request may. */
@ApplicationScoped
public class Counting {

    /** The database says itself that its time is over, before its connection is given up. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final EntityManager entities;
    private final ReportConfig config;

    Counting(EntityManager entities, ReportConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /** @param question asked within the transaction that is running; all of it is of one moment when it is one statement */
    public <T> T ask(Function<Session, T> question) {
        Session session = entities.unwrap(Session.class);
        return session.doReturningWork(connection -> {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) config.maxTime().plus(ANSWER).toMillis());
            try {
                session.createNativeQuery("select set_config('statement_timeout', :most, true)", String.class)
                        .setParameter("most", config.maxTime().toMillis() + "ms").getSingleResult();
                return question.apply(session);
            } finally {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        });
    }
}
