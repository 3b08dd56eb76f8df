package org.alongside.planning.closure;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ClosureReasonColumn extends CodedColumn<ClosureReason> {

    ClosureReasonColumn() {
        super(ClosureReason.class);
    }
}
