package org.alongside.intake.assessment.api;

import org.alongside.kit.need.Urgency;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One answer, or one score, behind a need, and the rule of the instrument that it met.
 *
 * @param linkId          of the question; absent for a score
 * @param repetition      of the repeating group around it, from 1; absent where there is none
 * @param score           its name; absent for an answer
 * @param question        as it stands in the instrument that was used, or the title of the score
 * @param answer          code of an option, or true or false, or the value of the score
 * @param words           of the option, or of the band that the score lies in, as it stands in the instrument; absent for true and
 *                        false
 * @param severity        that the rule proposes, 0 to 3
 * @param urgency         that the rule proposes
 * @param decidesSeverity whether the severity of the need comes from here; no other rule proposes a higher one
 * @param decidesUrgency  likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedReasonView(String linkId, Integer repetition, String score, String question, Object answer,
        String words, int severity,
        Urgency urgency, boolean decidesSeverity, boolean decidesUrgency) {}
