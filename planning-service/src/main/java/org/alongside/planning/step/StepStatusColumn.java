package org.alongside.planning.step;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class StepStatusColumn extends StateColumn<StepStatus> {

    StepStatusColumn() {
        super(StepStatus.class);
    }
}
