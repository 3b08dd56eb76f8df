package org.alongside.intake.instrument;

/**
 * A question as far as it can be read before all others are known.
 *
 * @param item   where it stands
 * @param around what stands around it
 */
record Draft(Element item, Question question, Surroundings around) {}
