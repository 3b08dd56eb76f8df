package org.alongside.intake.history;

import jakarta.persistence.Converter;

import org.alongside.intake.history.api.Action;
import org.alongside.kit.code.CodedColumn;

@Converter
class ActionColumn extends CodedColumn<Action> {

    ActionColumn() {
        super(Action.class);
    }
}
