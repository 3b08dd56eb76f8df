package org.alongside.intake.history;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security shows a request the versions of its own agency's clients. */
@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<ClientVersion, UUID> {

    List<ClientVersion> after(UUID clientId, long version, int limit) {
        return find("clientId = ?1 and version > ?2 order by version", clientId, version).page(0, limit).list();
    }
}
