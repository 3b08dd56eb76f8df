package org.alongside.intake.assessment;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class AssessmentStatusColumn extends StateColumn<AssessmentStatus> {

    AssessmentStatusColumn() {
        super(AssessmentStatus.class);
    }
}
