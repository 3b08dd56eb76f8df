package org.alongside.planning.plan;

import java.util.List;

import org.alongside.planning.goal.GoalStatus;
import org.alongside.planning.plan.api.GoalWithSteps;
import org.alongside.planning.step.Owner;
import org.alongside.planning.step.StepStatus;
import org.alongside.planning.step.api.StepView;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How the steps of a plan are divided; skipped ones do not count, nor those of dropped goals.
 *
 * @param client  steps of the client
 * @param worker  steps of the worker
 * @param agency  steps of an agency
 * @param warning {@code worker-carries-all} when every step is the worker's: help, do not do it in their place; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Balance(long client, long worker, long agency, String warning) {

    static Balance of(List<GoalWithSteps> goals) {
        List<StepView> steps = goals.stream().filter(goal -> goal.goal().status() != GoalStatus.DROPPED)
                .flatMap(goal -> goal.steps().stream()).toList();
        long client = count(steps, Owner.CLIENT);
        long worker = count(steps, Owner.WORKER);
        long agency = count(steps, Owner.AGENCY);
        boolean carriesAll = worker > 0 && client + agency == 0;
        return new Balance(client, worker, agency, carriesAll ? "worker-carries-all" : null);
    }

    private static long count(List<StepView> steps, Owner owner) {
        return steps.stream().filter(step -> step.owner() == owner && step.status() != StepStatus.SKIPPED).count();
    }
}
