package org.alongside.intake.assessment.api;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A number that answers came to.
 *
 * @param name          of the score in the instrument
 * @param title         as it stands there
 * @param value         absent when too few of its questions were answered
 * @param answered      how many were
 * @param of            how many were shown
 * @param band          code of what the value means; absent when it lies in none
 * @param words         of the band, as they stand in the instrument
 * @param sourceAnswers {@code linkId} of each question behind it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreView(String name, String title, BigDecimal value, int answered, int of, String band, String words,
        List<String> sourceAnswers) {}
