package org.alongside.planning.agreement;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class AgreementStatusColumn extends CodedColumn<AgreementStatus> {

    AgreementStatusColumn() {
        super(AgreementStatus.class);
    }
}
