package org.alongside.intake.instrument;

/**
 * One answer, or one score, that proposed a need.
 *
 * @param place    of the answer; null for a score
 * @param score    its name; null for an answer
 * @param question as the person read it, or the title of the score
 * @param answer   code of an option, a {@link Boolean}, or the value of the score
 * @param words    of the option or of the score's band; null for a boolean
 * @param rule     that was met
 */
public record NeedReason(AnswerPlace place, String score, Wording question, Object answer, Wording words,
        NeedRule rule) {}
