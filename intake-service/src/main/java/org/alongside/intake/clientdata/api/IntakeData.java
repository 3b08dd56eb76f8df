package org.alongside.intake.clientdata.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.intake.assessment.api.AssessmentInFull;
import org.alongside.intake.client.api.ClientView;
import org.alongside.intake.conversation.api.ConversationView;
import org.alongside.intake.emergency.api.EmergencyView;
import org.alongside.intake.erasure.api.ErasureView;
import org.alongside.intake.grant.api.GrantView;
import org.alongside.intake.history.api.VersionView;
import org.alongside.intake.household.api.HouseholdView;
import org.alongside.intake.intake.api.IntakeView;
import org.alongside.intake.merge.api.MergeView;
import org.alongside.intake.restriction.api.RestrictionView;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.clientdata.ClientData;

/**
 * Everything that intake-service holds about a client, by all records of the person.
 *
 * @param clients           what is recorded of the person now; one for each record
 * @param versions          what was recorded before, and who changed what
 * @param households        who lives with the client; one for each record
 * @param intakes           when help began
 * @param assessments       every version, with its questions, answers and needs
 * @param conversations     talks that help began with
 * @param consents          each with its text
 * @param grants            who could see what, and from when to when
 * @param emergencyAccesses who looked in an emergency, and why
 * @param restrictions      from whom the record is or was hidden
 * @param merges            records of the person that were merged
 * @param erasures          erasures that were asked for
 */
public record IntakeData(String format, UUID clientId, UUID homeAgency, Instant exportedAt, List<ClientView> clients,
        List<VersionView> versions, List<HouseholdView> households, List<IntakeView> intakes,
        List<AssessmentInFull> assessments, List<ConversationView> conversations, List<ConsentWithText> consents,
        List<GrantView> grants, List<EmergencyView> emergencyAccesses, List<RestrictionView> restrictions,
        List<MergeView> merges, List<ErasureView> erasures) implements ClientData {

    public static final String FORMAT = "org.alongside.intake-data.v1";

    @Override
    public List<DisclosedView> views() {
        Stream<DisclosedView> ofPerson = Stream.of(clients, versions, households, intakes, conversations,
                grants, emergencyAccesses, restrictions, merges, erasures).flatMap(List::stream);
        return ClientData.views(Stream.of(ofPerson, assessments.stream().map(AssessmentInFull::assessment),
                consents.stream().flatMap(consent -> Stream.of(consent.consent(), consent.text())))
                .flatMap(views -> views));
    }
}
