package org.alongside.intake.assessment;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class AssessmentStatusColumn extends CodedColumn<AssessmentStatus> {

    AssessmentStatusColumn() {
        super(AssessmentStatus.class);
    }
}
