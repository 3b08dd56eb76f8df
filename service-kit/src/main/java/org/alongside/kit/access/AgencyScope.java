package org.alongside.kit.access;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/**
 * Opens the rows that belong to an agency and to no client: what it has set up, what it was told. For operations with
 * {@link NoClientData}, inside their transaction. Row-level security shows the acting agency's rows then and nobody else's; rows of clients stay
 * hidden, since their policies ask for an open access context as well.
 */
@ApplicationScoped
public class AgencyScope {

    private final EntityManager entities;
    private final AccessContext context;

    AgencyScope(EntityManager entities, AccessContext context) {
        this.entities = entities;
        this.context = context;
    }

    /**
     * For the rest of the current transaction.
     *
     * @return the acting agency
     * @throws Problem {@code not-permitted} when the caller acts for none
     */
    public UUID open() {
        UUID agency = context.caller().agency();
        if (agency == null) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "This belongs to an agency, and you act for none.");
        }
        entities.createNativeQuery("select set_config('alongside.agency', :agency, true)", String.class)
                .setParameter("agency", agency.toString()).getSingleResult();
        return agency;
    }
}
