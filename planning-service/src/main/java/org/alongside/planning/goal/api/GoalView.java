package org.alongside.planning.goal.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.assent.AssentView;
import org.alongside.planning.goal.GoalStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A goal.
 *
 * @param levels       what would be seen at −2, −1, 0, +1, +2, in this order
 * @param despiteDenial whether it was proposed although the client saw no need; absent for another agency, which
 *                      learns the client's view of needs by the part {@code assessment} alone
 * @param clientAssent absent until the client agreed
 * @param dropReason   absent unless dropped, and for another agency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoalView(UUID goalId, UUID caseId, UUID clientId, UUID needId, GoalStatus status, String clientWords,
        List<String> levels, int weight, Boolean despiteDenial, AssentView clientAssent, String dropReason,
        @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
