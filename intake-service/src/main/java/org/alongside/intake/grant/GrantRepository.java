package org.alongside.intake.grant;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;

@ApplicationScoped
class GrantRepository implements ClientRecords<AccessGrant> {

    List<AccessGrant> liveUnder(UUID consentId) {
        return list("consentId = ?1 and revokedAt is null order by id", consentId);
    }

    /** Every grant there is, ended ones too, held so that no revocation overtakes what is told of it. */
    Stream<AccessGrant> streamHeld() {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).stream();
    }

    List<AccessGrant> ofClient(UUID clientId, UUID lastSeen, int limit) {
        return find("clientId = ?1 and id > ?2 order by id", clientId, lastSeen).page(0, limit).list();
    }
}
