package org.alongside.intake.assessment.api;

import org.alongside.kit.need.Urgency;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One answer behind a need, and the rule of the instrument that it met.
 *
 * @param linkId          of the question
 * @param question        as it stands in the instrument that was used
 * @param answer          code of an option, or true or false
 * @param words           of the option as it stands in the instrument; absent for true and false
 * @param severity        that the rule proposes, 0 to 3
 * @param urgency         that the rule proposes
 * @param decidesSeverity whether the severity of the need comes from here; no other rule proposes a higher one
 * @param decidesUrgency  likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedReasonView(String linkId, String question, Object answer, String words, int severity,
        Urgency urgency, boolean decidesSeverity, boolean decidesUrgency) {}
