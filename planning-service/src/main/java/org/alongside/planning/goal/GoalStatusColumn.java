package org.alongside.planning.goal;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class GoalStatusColumn extends StateColumn<GoalStatus> {

    GoalStatusColumn() {
        super(GoalStatus.class);
    }
}
