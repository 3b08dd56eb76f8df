package org.alongside.intake.consent;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class ConsentStatusColumn extends StateColumn<ConsentStatus> {

    ConsentStatusColumn() {
        super(ConsentStatus.class);
    }
}
