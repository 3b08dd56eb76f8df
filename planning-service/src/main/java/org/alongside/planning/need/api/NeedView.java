package org.alongside.planning.need.api;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.planning.need.NeedOutcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A need with what became of it.
 *
 * @param severity   0 mentioned, 1 some difficulty, 2 serious, 3 severe
 * @param urgency    {@code routine}, {@code soon}, {@code urgent} or {@code immediate}
 * @param priority   place in the client's own order, from 1; absent when the client gave it none
 * @param clientView whether the client agrees that there is this need: {@code agrees}, {@code disagrees} or {@code not-asked}
 * @param current    false when the assessment was amended and does not come to it any more
 * @param outcome    absent for other agencies than the home agency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedView(UUID needId, UUID assessmentId, UUID clientId, String category, int severity, String urgency,
        Integer priority, String clientView, boolean current, NeedOutcome outcome,
        @JsonIgnore Set<Part> parts) implements DisclosedView {}
