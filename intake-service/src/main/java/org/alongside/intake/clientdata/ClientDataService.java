package org.alongside.intake.clientdata;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.assessment.AssessmentService;
import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.clientdata.api.ConsentWithText;
import org.alongside.intake.clientdata.api.IntakeData;
import org.alongside.intake.consent.ConsentService;
import org.alongside.intake.conversation.ConversationService;
import org.alongside.intake.emergency.EmergencyService;
import org.alongside.intake.erasure.ErasureService;
import org.alongside.intake.grant.DayAsked;
import org.alongside.intake.grant.GrantService;
import org.alongside.intake.household.HouseholdService;
import org.alongside.intake.household.api.HouseholdView;
import org.alongside.intake.intake.IntakeService;
import org.alongside.intake.merge.MergeService;
import org.alongside.intake.merge.api.MergeView;
import org.alongside.intake.restriction.RestrictionService;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.paging.Page;
import org.alongside.kit.problem.Problem;

/** Puts together everything that is held about a client. */
@ApplicationScoped
@Transactional
public class ClientDataService {

    private static final DayAsked EVER = new DayAsked(null, null);

    private final ClientService clients;
    private final MergedClients merged;
    private final HouseholdService households;
    private final IntakeService intakes;
    private final AssessmentService assessments;
    private final ConversationService conversations;
    private final ConsentService consents;
    private final GrantService grants;
    private final EmergencyService emergencies;
    private final RestrictionService restrictions;
    private final MergeService merges;
    private final ErasureService erasures;
    private final Clock clock;

    ClientDataService(ClientService clients, MergedClients merged, HouseholdService households, IntakeService intakes,
            AssessmentService assessments, ConversationService conversations, ConsentService consents,
            GrantService grants, EmergencyService emergencies, RestrictionService restrictions, MergeService merges,
            ErasureService erasures, Clock clock) {
        this.clients = clients;
        this.merged = merged;
        this.households = households;
        this.intakes = intakes;
        this.assessments = assessments;
        this.conversations = conversations;
        this.consents = consents;
        this.grants = grants;
        this.emergencies = emergencies;
        this.restrictions = restrictions;
        this.merges = merges;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * @param  language of the texts of consents that were not given yet, and of the questions; BCP 47, {@code null} for any
     * @throws Problem  {@code client-merged} for a record that goes on in another one: under it stands but a part
     */
    public IntakeData of(UUID clientId, String language) {
        Client client = clients.requireOwn(clientId);
        merged.requireNotMerged(clientId);
        List<UUID> records = merged.recordsOf(clientId);
        return new IntakeData(IntakeData.FORMAT, clientId, client.homeAgency(), clock.instant(),
                records.stream().map(clients::read).toList(),
                records.stream().flatMap(record -> Page.all(page -> clients.versions(record, page)).stream()).toList(),
                records.stream().map(households::read).map(HouseholdView::forTheClient).toList(), intakes.of(records),
                assessments.inFull(clientId, language), Page.all(page -> conversations.ofClient(clientId, page)),
                consents(clientId, language), Page.all(page -> grants.ofClient(clientId, EVER, page)),
                Page.all(page -> emergencies.ofClient(clientId, page)), restrictions.of(records),
                standing(Page.all(page -> merges.ofClient(clientId, page))), erasures.of(records));
    }

    /** One that was undone names somebody else. */
    private static List<MergeView> standing(List<MergeView> merges) {
        return merges.stream().filter(merge -> merge.undoneAt() == null).toList();
    }

    private List<ConsentWithText> consents(UUID clientId, String language) {
        return Page.all(page -> consents.ofClient(clientId, page)).stream()
                .map(consent -> new ConsentWithText(consent, consents.text(consent.consentId(), language))).toList();
    }
}
