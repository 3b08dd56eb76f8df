package org.alongside.planning.option;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class OptionStatusColumn extends CodedColumn<OptionStatus> {

    OptionStatusColumn() {
        super(OptionStatus.class);
    }
}
