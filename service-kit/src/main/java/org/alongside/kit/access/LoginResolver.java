package org.alongside.kit.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/** Gives each Hibernate session the database login of its access context: one set of entities, two logins. */
@PersistenceUnitExtension
@ApplicationScoped
class LoginResolver implements TenantResolver {

    private final AccessContext context;

    LoginResolver(AccessContext context) {
        this.context = context;
    }

    @Override
    public String getDefaultTenantId() {
        return Login.APP.tenant();
    }

    @Override
    public String resolveTenantId() {
        return context.login().tenant();
    }
}
