package org.alongside.planning.casework;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class CaseStatusColumn extends CodedColumn<CaseStatus> {

    CaseStatusColumn() {
        super(CaseStatus.class);
    }
}
