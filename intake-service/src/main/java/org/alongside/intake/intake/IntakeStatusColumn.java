package org.alongside.intake.intake;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class IntakeStatusColumn extends StateColumn<IntakeStatus> {

    IntakeStatusColumn() {
        super(IntakeStatus.class);
    }
}
