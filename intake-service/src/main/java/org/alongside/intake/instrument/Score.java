package org.alongside.intake.instrument;

import java.math.BigDecimal;
import java.util.List;

/**
 * What answers came to by a rule of their instrument.
 *
 * @param value         null when too few of the questions were answered
 * @param answered      how many were, of those that count
 * @param of            how many of them were shown
 * @param band          code; null when the value lies in none
 * @param sourceAnswers {@code linkId} of each question behind it
 */
public record Score(String name, BigDecimal value, int answered, int of, String band, List<String> sourceAnswers) {}
