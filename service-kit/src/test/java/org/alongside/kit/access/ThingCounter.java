package org.alongside.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.system.SystemWork;

/** Two jobs, of which the policy of the table knows one. */
@ApplicationScoped
class ThingCounter {

    private final EntityManager entities;

    ThingCounter(EntityManager entities) {
        this.entities = entities;
    }

    @SystemWork("count-things")
    long countAsItsJob() {
        return count();
    }

    @SystemWork("another-job")
    long countAsAnotherJob() {
        return count();
    }

    private long count() {
        return entities.createQuery("select count(t) from Thing t", Long.class).getSingleResult();
    }
}
