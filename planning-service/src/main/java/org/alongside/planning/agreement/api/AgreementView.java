package org.alongside.planning.agreement.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.agreement.AgreementStatus;
import org.alongside.planning.assent.AssentView;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One version of a case's agreement.
 *
 * @param number       counts the versions of the case, from 1
 * @param clientAssent absent until the client agreed
 * @param workerAssent absent until the worker agreed
 * @param worker       token subject of the worker who agreed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(UUID agreementId, UUID caseId, UUID clientId, int number, AgreementStatus status,
        String purpose, String goals, String tasksOfClient, String tasksOfWorker, String meetingRhythm, String limits,
        LocalDate startsOn, List<LocalDate> reviewOn, LocalDate plannedEndOn, AssentView clientAssent,
        AssentView workerAssent, String worker, @JsonIgnore Set<Part> parts, @JsonIgnore long version)
        implements
            DisclosedView,
            Versioned {}
