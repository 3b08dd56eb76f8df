package org.alongside.audit.month;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Entries that are gone because their time was over: the first ones of the log. Their hashes are kept. */
@ApplicationScoped
public class RemovedEntries {

    private static final String END = "select coalesce(max(end_index), 0) from log_month where removed_at is not null";

    private final EntityManager entities;

    RemovedEntries(EntityManager entities) {
        this.entities = entities;
    }

    /** Index of the first entry that is not among them. */
    public long end() {
        return entities.unwrap(Session.class).createNativeQuery(END, Long.class).getSingleResult();
    }
}
