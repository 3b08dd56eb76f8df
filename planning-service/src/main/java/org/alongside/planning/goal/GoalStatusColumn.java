package org.alongside.planning.goal;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class GoalStatusColumn extends CodedColumn<GoalStatus> {

    GoalStatusColumn() {
        super(GoalStatus.class);
    }
}
