package org.alongside.planning.dependency;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class OutcomeColumn extends CodedColumn<Outcome> {

    OutcomeColumn() {
        super(Outcome.class);
    }
}
