package org.alongside.intake.assessment.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An answer with what was asked.
 *
 * @param linkId     of the question in the instrument
 * @param repetition of the repeating group around it, from 1; absent where there is none
 * @param question   as it stands in the instrument that was used; absent when that has no such question
 * @param values     as in {@link Answer#values}
 * @param words      of the options that were chosen, in the order of the values; empty where none can be chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnsweredQuestion(String linkId, Integer repetition, String question, List<Object> values,
        List<String> words) {}
