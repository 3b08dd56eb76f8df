package org.alongside.planning.hesitation;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class CauseColumn extends CodedColumn<Cause> {

    CauseColumn() {
        super(Cause.class);
    }
}
