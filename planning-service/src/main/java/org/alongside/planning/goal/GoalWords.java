package org.alongside.planning.goal;

import java.util.List;

import org.alongside.planning.goal.api.ProposeGoal;

/** The words of a goal, as sealed: written once, when it is proposed. */
record GoalWords(String clientWords, List<String> levels) {

    static GoalWords of(ProposeGoal goal) {
        return new GoalWords(goal.clientWords(), goal.levels());
    }
}
