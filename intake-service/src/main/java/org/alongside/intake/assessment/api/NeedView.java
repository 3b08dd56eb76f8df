package org.alongside.intake.assessment.api;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.need.Urgency;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A coded need.
 *
 * @param needId        the same in each version of the assessment
 * @param severity      0 mentioned, 1 some difficulty, 2 serious, 3 severe
 * @param priority      place in the client's order, from 1; absent when the client gave it none
 * @param clientView    whether the client agrees that there is this need, or was not asked
 * @param clientWords   what the client said to it, as it was said; absent when nothing, and in lists
 * @param sourceAnswers {@code linkId} of each answer that proposed it
 * @param because       the answers with their words and the rules that they met; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedView(UUID needId, String category, int severity, Urgency urgency, Integer priority,
        Stance clientView, String clientWords,
        List<String> sourceAnswers, List<NeedReasonView> because) {}
