package org.alongside.intake.intake;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class IntakeStatusColumn extends CodedColumn<IntakeStatus> {

    IntakeStatusColumn() {
        super(IntakeStatus.class);
    }
}
