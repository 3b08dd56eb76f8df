package org.alongside.planning.step;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class StepStatusColumn extends CodedColumn<StepStatus> {

    StepStatusColumn() {
        super(StepStatus.class);
    }
}
