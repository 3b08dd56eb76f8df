package org.alongside.planning.agreement;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class AgreementStatusColumn extends StateColumn<AgreementStatus> {

    AgreementStatusColumn() {
        super(AgreementStatus.class);
    }
}
