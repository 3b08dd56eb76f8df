package org.alongside.intake.assessment.api;

import java.util.List;

/**
 * One version of an assessment, with its questions.
 *
 * @param title     of the instrument
 * @param questions each that was answered, in the order of the answers
 */
public record AssessmentInFull(String title, AssessmentView assessment, List<AnsweredQuestion> questions) {}
