package org.alongside.intake.consent;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ConsentStatusColumn extends CodedColumn<ConsentStatus> {

    ConsentStatusColumn() {
        super(ConsentStatus.class);
    }
}
