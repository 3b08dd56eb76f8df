package org.alongside.referral.eligibility;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class EligibilityRepository implements PanacheRepositoryBase<ServiceEligibility, UUID> {

    List<ServiceEligibility> of(Collection<UUID> services) {
        return list("serviceId in ?1", services);
    }
}
