package org.alongside.intake.instrument;

/**
 * One answer that proposed a need.
 *
 * @param linkId   of the question
 * @param question as the person read it; null when the instrument has no text for it
 * @param answer   code of an option, or a {@link Boolean}
 * @param words    of the option, as the person read it; null for a boolean
 * @param rule     that the answer met
 */
public record NeedReason(String linkId, String question, Object answer, String words, NeedRule rule) {}
