package org.alongside.planning.casework;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class CasePhaseColumn extends StateColumn<CasePhase> {

    CasePhaseColumn() {
        super(CasePhase.class);
    }
}
