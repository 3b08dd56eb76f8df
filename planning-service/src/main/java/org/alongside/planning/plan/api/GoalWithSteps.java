package org.alongside.planning.plan.api;

import java.util.List;

import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.step.api.StepView;

/** A goal of the plan with what is done for it. */
public record GoalWithSteps(GoalView goal, List<StepView> steps) {}
