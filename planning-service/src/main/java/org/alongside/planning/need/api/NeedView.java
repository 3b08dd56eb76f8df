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
 * @param severity 0 mentioned, 1 some difficulty, 2 serious, 3 severe
 * @param urgency  {@code routine}, {@code soon}, {@code urgent} or {@code immediate}
 * @param priority place in the client's own order, from 1; absent when the client gave it none
 * @param outcome  absent for other agencies than the home agency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedView(UUID needId, UUID assessmentId, UUID clientId, String category, int severity, String urgency,
        Integer priority, NeedOutcome outcome, @JsonIgnore Set<Part> parts) implements DisclosedView {}
