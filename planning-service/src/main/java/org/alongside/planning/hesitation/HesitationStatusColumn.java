package org.alongside.planning.hesitation;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class HesitationStatusColumn extends CodedColumn<HesitationStatus> {

    HesitationStatusColumn() {
        super(HesitationStatus.class);
    }
}
