package org.alongside.planning.casework;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class CaseRepository implements ClientRecords<Case> {

    boolean existsFor(UUID intakeId) {
        return count("intakeId", intakeId) > 0;
    }

    Caseload loadOf(UUID agency, String worker) {
        return find("select count(*), coalesce(sum(weight), 0) from Case"
                + " where homeAgency = ?1 and primaryWorker = ?2 and status <> ?3", agency, worker, CaseStatus.CLOSED)
                .project(Caseload.class).singleResult();
    }

    /** Has assignments to one worker follow one another until the transaction ends. */
    void holdAssignmentsTo(UUID agency, String worker) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:whom, 1))", Object.class)
                .setParameter("whom", agency + " " + worker).getSingleResult();
    }

    List<Case> ofAgency(UUID agency, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and id > ?2 order by id", agency, lastSeen).page(0, limit).list();
    }

    List<Case> of(UUID agency, List<UUID> clients, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and clientId in ?2 and id > ?3 order by id", agency, clients, lastSeen)
                .page(0, limit)
                .list();
    }
}
