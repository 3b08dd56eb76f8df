package org.alongside.planning.casework;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class CaseStatusColumn extends StateColumn<CaseStatus> {

    CaseStatusColumn() {
        super(CaseStatus.class);
    }
}
