package org.alongside.audit.alert;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class GroundColumn extends CodedColumn<Ground> {

    GroundColumn() {
        super(Ground.class);
    }
}
