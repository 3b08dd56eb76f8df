package org.alongside.planning.review;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class DecisionColumn extends CodedColumn<Decision> {

    DecisionColumn() {
        super(Decision.class);
    }
}
