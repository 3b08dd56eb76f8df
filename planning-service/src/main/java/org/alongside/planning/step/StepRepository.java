package org.alongside.planning.step;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class StepRepository implements ClientRecords<Step> {

    /** The case of a step, without loading the step: it is read once the case is held. */
    UUID requireCase(UUID stepId) {
        return find("select caseId from Step where id = ?1", stepId).project(UUID.class).firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    List<Step> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** Those of them that are neither done nor skipped; discloses nothing else of them. */
    List<UUID> unfinished(Collection<UUID> ids) {
        return find("select id from Step where id in ?1 and status not in ?2 order by id", ids,
                EnumSet.of(StepStatus.DONE, StepStatus.SKIPPED)).project(UUID.class).list();
    }

    /** Steps of the client that follow the referral, held. */
    List<Step> followers(UUID clientId, UUID referralId) {
        return find("clientId = ?1 and referralId = ?2 order by id", clientId, referralId)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
