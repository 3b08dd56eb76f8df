package org.alongside.planning.step;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class OwnerColumn extends CodedColumn<Owner> {

    OwnerColumn() {
        super(Owner.class);
    }
}
