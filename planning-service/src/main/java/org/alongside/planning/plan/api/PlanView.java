package org.alongside.planning.plan.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.planning.agreement.api.AgreementView;
import org.alongside.planning.casework.CasePhase;
import org.alongside.planning.casework.CaseStatus;
import org.alongside.planning.hesitation.api.HesitationView;
import org.alongside.planning.measurement.api.Attainment;
import org.alongside.planning.need.api.NeedView;
import org.alongside.planning.plan.Balance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The plan of a case: what is needed and what became of it, what was agreed, where it is to lead and who does what.
 *
 * @param needs     empty for an agency whose grant does not name the part {@code assessment}
 * @param agreement   the version in force; absent when there is none
 * @param attainment  absent when no goal was measured
 * @param hesitations empty for another agency, which no grant opens them to, and for roles that may not list them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanView(UUID caseId, UUID clientId, CaseStatus status, CasePhase phase, List<NeedView> needs,
        AgreementView agreement, List<GoalWithSteps> goals, List<HesitationView> hesitations, Balance balance,
        Attainment attainment,
        @JsonIgnore Set<Part> parts)
        implements
            DisclosedView {}
