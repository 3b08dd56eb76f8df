package org.alongside.planning.casework;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class CasePhaseColumn extends CodedColumn<CasePhase> {

    CasePhaseColumn() {
        super(CasePhase.class);
    }
}
