package org.alongside.intake.instrument;

/**
 * Where an answer belongs.
 *
 * @param repetition of the repeating group around the question, from 1; 0 where there is none
 */
public record AnswerPlace(String linkId, int repetition) {

    public static AnswerPlace of(String linkId, Integer repetition) {
        return new AnswerPlace(linkId, repetition == null ? 0 : repetition);
    }
}
