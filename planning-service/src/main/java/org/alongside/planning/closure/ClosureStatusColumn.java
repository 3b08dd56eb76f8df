package org.alongside.planning.closure;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ClosureStatusColumn extends CodedColumn<ClosureStatus> {

    ClosureStatusColumn() {
        super(ClosureStatus.class);
    }
}
