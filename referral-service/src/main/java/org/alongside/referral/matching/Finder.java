package org.alongside.referral.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.alongside.referral.directory.api.ServicesChanged;

/** Keeps {@code service_finder} in step with the directory, in the transaction that changes it. */
@ApplicationScoped
class Finder {

    private final FinderRepository finder;

    Finder(FinderRepository finder) {
        this.finder = finder;
    }

    void follow(@Observes ServicesChanged change) {
        finder.refresh(change.source(), change.services());
    }
}
