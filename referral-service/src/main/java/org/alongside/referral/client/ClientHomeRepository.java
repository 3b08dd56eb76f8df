package org.alongside.referral.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security shows a request the clients of the acting agency only. */
@ApplicationScoped
class ClientHomeRepository implements PanacheRepositoryBase<ClientHome, UUID> {}
