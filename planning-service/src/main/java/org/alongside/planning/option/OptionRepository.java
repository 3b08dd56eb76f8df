package org.alongside.planning.option;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class OptionRepository implements ClientRecords<GoalOption> {

    /** The case of an option, without loading the option: it is read once the case is held. */
    UUID requireCase(UUID optionId) {
        return find("select caseId from GoalOption where id = ?1", optionId).project(UUID.class).firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    List<GoalOption> ofOffer(UUID offerId) {
        return list("offerId = ?1 order by id", offerId);
    }

    List<GoalOption> ofGoal(UUID goalId, UUID lastSeen, int limit) {
        return find("goalId = ?1 and id > ?2 order by id", goalId, lastSeen).page(0, limit).list();
    }
}
