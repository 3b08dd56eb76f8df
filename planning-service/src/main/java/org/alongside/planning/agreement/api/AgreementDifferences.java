package org.alongside.planning.agreement.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one version of an agreement changes of another one.
 *
 * @param agreementId the version that changes it
 * @param from        the version that is changed
 * @param changes     in the order in which the fields stand in a version; empty when the terms are the same
 */
public record AgreementDifferences(UUID agreementId, UUID from, UUID caseId, UUID clientId, List<Change> changes,
        @JsonIgnore Set<Part> parts) implements DisclosedView {

    /**
     * One field that differs.
     *
     * @param field  its name in a version
     * @param before as in that version; absent when it was not there
     * @param after  as in this one; absent when it is no more there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String field, Object before, Object after) {}

    public static AgreementDifferences between(AgreementView before, AgreementView after) {
        Map<String, Object> old = terms(before);
        List<Change> changes = new ArrayList<>();
        terms(after).forEach((field, value) -> {
            if (!Objects.equals(value, old.get(field))) {
                changes.add(new Change(field, old.get(field), value));
            }
        });
        return new AgreementDifferences(after.agreementId(), before.agreementId(), after.caseId(), after.clientId(),
                changes, after.parts());
    }

    private static Map<String, Object> terms(AgreementView of) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("purpose", of.purpose());
        terms.put("goals", of.goals());
        terms.put("tasksOfClient", of.tasksOfClient());
        terms.put("tasksOfWorker", of.tasksOfWorker());
        terms.put("meetingRhythm", of.meetingRhythm());
        terms.put("limits", of.limits());
        terms.put("startsOn", of.startsOn());
        terms.put("reviewOn", of.reviewOn());
        terms.put("plannedEndOn", of.plannedEndOn());
        return terms;
    }
}
