package org.alongside.intake.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.Client;
import org.alongside.intake.client.ClientService;
import org.alongside.intake.consent.api.ClientSays;
import org.alongside.intake.consent.api.ConsentTextView;
import org.alongside.intake.consent.api.ConsentView;
import org.alongside.intake.consent.api.FhirConsentView;
import org.alongside.intake.consent.api.GiveConsent;
import org.alongside.intake.consent.api.ProposeConsent;
import org.alongside.intake.consenttext.ConsentTexts;
import org.alongside.intake.consenttext.api.ConsentText;
import org.alongside.intake.conversation.ConversationKind;
import org.alongside.intake.conversation.ConversationService;
import org.alongside.intake.grant.GrantService;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.http.Etag;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.need.NeedCategories;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.kit.restriction.Restrictions;
import org.alongside.kit.time.Ids;

/** Proposes, gives, refuses, revokes and expires consents; grants follow in the same transaction. */
@ApplicationScoped
@Transactional
public class ConsentService {

    /** A consent that named them would let a header alone pass for an emergency or for oversight. */
    private static final Set<PurposeOfUse> OTHER_GROUNDS = EnumSet.of(PurposeOfUse.ETREAT, PurposeOfUse.HCOMPL);

    private final ConsentRepository consents;
    private final ConsentMapper mapper;
    private final ConsentEvents events;
    private final ConsentConfig config;
    private final ConsentTexts texts;
    private final ConversationService conversations;
    private final ClientService clients;
    private final MergedClients merged;
    private final GrantService grants;
    private final NeedCategories categories;
    private final Restrictions restrictions;
    private final AccessGate gate;
    private final Cursors cursors;
    private final Clock clock;

    ConsentService(ConsentRepository consents, ConsentMapper mapper, ConsentEvents events, ConsentConfig config,
            ConsentTexts texts, ConversationService conversations, ClientService clients, MergedClients merged,
            GrantService grants,
            NeedCategories categories, Restrictions restrictions, AccessGate gate, Cursors cursors,
            Clock clock) {
        this.consents = consents;
        this.mapper = mapper;
        this.events = events;
        this.config = config;
        this.texts = texts;
        this.conversations = conversations;
        this.clients = clients;
        this.merged = merged;
        this.grants = grants;
        this.categories = categories;
        this.restrictions = restrictions;
        this.gate = gate;
        this.cursors = cursors;
        this.clock = clock;
    }

    public UUID propose(UUID clientId, ProposeConsent proposal) {
        Client client = clients.requireOwnToBegin(clientId);
        refuseInvalid(client, proposal);
        Consent consent = new Consent(Ids.next(), client, proposal, clock.instant());
        consents.persist(consent);
        return consent.recordId();
    }

    public ConsentView read(UUID consentId) {
        return view(consents.require(consentId));
    }

    /** With those of the records that were merged into the client's. */
    public Page<ConsentView> ofClient(UUID clientId, PageRequest page) {
        clients.requireOwn(clientId);
        UUID lastSeen = cursors.lastSeen("consent.list", clientId, page);
        return Page.of(consents.of(merged.recordsOf(clientId), lastSeen, page.rowsToRead()), page, this::view,
                consent -> cursors.after("consent.list", clientId, consent.recordId()));
    }

    public ConsentView give(UUID consentId, String ifMatch, GiveConsent given) {
        Consent consent = require(consentId, ifMatch);
        if (!consent.validUntil().isAfter(clock.instant())) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "What was proposed ended at " + consent.validUntil() + ". Propose a new consent.");
        }
        if (isRestricted(consent.clientId()) && !consent.namesWorkersAtAll()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "The client was restricted since. Propose a new consent that names "
                            + "workers at each recipient in recipientWorkers.");
        }
        if (given.conversationId() != null) {
            conversations.requireTalk("/conversationId", consent.clientId(), given.conversationId(),
                    ConversationKind.LIMITS_OF_CONFIDENTIALITY);
        }
        ConsentText text = shown(consent, given);
        consent.give(mapper.seal(consent, given, text), mapper.seal(consent, text), clock.instant());
        grants.issue(consent);
        return changed(consent, events::given);
    }

    /** @throws Problem {@code conflicting-state} when the client was shown another text than what would be kept */
    private ConsentText shown(Consent consent, GiveConsent given) {
        ConsentText text = texts.of(ConsentMapper.terms(consent), given.language());
        if (given.textSha256() != null && !given.textSha256().equals(text.sha256())) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "textSha256 is not that of the present text in " + text.language()
                            + ". Read the text in that language anew and show it to the client.");
        }
        return text;
    }

    /**
     * What the client is asked to agree to; once given, what was agreed to, in the language of then.
     *
     * @param language BCP 47 tag; that of the installation when absent
     */
    public ConsentTextView text(UUID consentId, String language) {
        Consent consent = consents.require(consentId);
        Disclosure disclosure = gate.disclose(consent);
        ConsentText agreed = mapper.agreedText(consent, disclosure);
        ConsentText text = agreed == null ? texts.of(ConsentMapper.terms(consent), language) : agreed;
        return new ConsentTextView(consentId, consent.clientId(), agreed != null, text, disclosure.parts());
    }

    public FhirConsentView fhir(UUID consentId) {
        Consent consent = consents.require(consentId);
        Disclosure disclosure = gate.disclose(consent);
        ConsentText agreed = mapper.agreedText(consent, disclosure);
        ConsentText text = agreed == null ? texts.of(ConsentMapper.terms(consent), null) : agreed;
        return new FhirConsentView(consent.clientId(), disclosure.parts(),
                FhirConsent.of(mapper.view(consent, disclosure), text));
    }

    public ConsentView refuse(UUID consentId, String ifMatch, ClientSays said) {
        Consent consent = require(consentId, ifMatch);
        consent.refuse(mapper.seal(consent, said), clock.instant());
        // No event: nobody outside needs to learn of a refusal, since nothing was shared.
        consents.flush();
        return view(consent);
    }

    /** Takes no version: taking back a consent must never fail because someone else changed it meanwhile. */
    public ConsentView revoke(UUID consentId, ClientSays said) {
        Consent consent = consents.requireForChange(consentId);
        gate.disclose(consent);
        consent.revoke(mapper.seal(consent, said), clock.instant());
        grants.revoke(consent);
        return changed(consent, events::revoked);
    }

    /**
     * Issues the grant of a referral that was sent under a consent. When the consent does not cover it, or no longer, the
     * refusal is told instead, so that the sender learns of it.
     */
    public void grantForReferral(SentReferral sent) {
        Optional<Consent> consent = consents.findByIdOptional(sent.consentId(), LockModeType.PESSIMISTIC_WRITE);
        Optional<RefusedBecause> refusal = consent.isEmpty()
                ? Optional.of(RefusedBecause.CONSENT_NOT_ACTIVE)
                : consent.get().refusal(sent, isRestricted(consent.get().clientId()), clock.instant());
        refusal.ifPresentOrElse(reason -> events.referralRefused(sent, reason), () -> grants
                .issueForReferral(consent.orElseThrow(), sent.referralId(), sent.recipient(), sent.parts(),
                        sent.category()));
    }

    /** Ends consents whose time is over. Their grants ended by themselves: they carry the same end. */
    int expireOverdue(int limit) {
        Instant now = clock.instant();
        List<Consent> overdue = consents.overdue(now, limit);
        overdue.forEach(consent -> consent.expire(now));
        consents.flush();
        overdue.forEach(events::expired);
        return overdue.size();
    }

    /** Ends what is in force, as if the client had taken it back; for a client who is being erased. */
    public void endAll(UUID clientId) {
        List<Consent> active = consents.active(clientId);
        active.forEach(consent -> consent.revoke(null, clock.instant()));
        consents.flush();
        active.forEach(events::revoked);
    }

    private boolean isRestricted(UUID clientId) {
        return restrictions.of(clientId).isPresent();
    }

    private Consent require(UUID consentId, String ifMatch) {
        Consent consent = consents.requireForChange(consentId);
        gate.disclose(consent);
        Etag.require(ifMatch, consent.recordVersion());
        return consent;
    }

    private ConsentView changed(Consent consent, Consumer<Consent> event) {
        consents.flush();
        event.accept(consent);
        return view(consent);
    }

    private ConsentView view(Consent consent) {
        return mapper.view(consent, gate.disclose(consent));
    }

    private void refuseInvalid(Client client, ProposeConsent proposal) {
        List<Violation> violations = new ArrayList<>();
        Instant now = clock.instant();
        Instant from = proposal.validFrom() == null ? now : proposal.validFrom();
        Instant latest = from.atZone(ZoneOffset.UTC).plus(config.longest()).toInstant();
        if (!proposal.validUntil().isAfter(from) || !proposal.validUntil().isAfter(now)) {
            violations
                    .add(new Violation("/validUntil", "not-after-start", "must lie after validFrom and in the future"));
        } else if (proposal.validUntil().isAfter(latest)) {
            violations.add(new Violation("/validUntil", "too-long", "a consent lasts at most " + config.longest()));
        }
        if (proposal.recipients().contains(client.homeAgency())) {
            violations.add(
                    new Violation("/recipients", "own-agency", "the home agency needs no consent to its own data"));
        }
        violations.addAll(notToConsentTo(proposal));
        violations.addAll(wronglyNamed(proposal, isRestricted(client.clientId())));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        categories.requireKnown("/categories", proposal.categories());
    }

    private static List<Violation> wronglyNamed(ProposeConsent proposal, boolean restricted) {
        List<Violation> violations = new ArrayList<>();
        Set<UUID> named = proposal.recipientWorkers().keySet();
        if (!proposal.recipients().containsAll(named)) {
            violations
                    .add(new Violation("/recipientWorkers", "no-recipient", "names workers of agencies in recipients"));
        }
        if (restricted && !named.containsAll(proposal.recipients())) {
            violations.add(new Violation("/recipientWorkers", "required",
                    "the client is restricted: name at least one worker at each recipient"));
        }
        return violations;
    }

    private static List<Violation> notToConsentTo(ProposeConsent proposal) {
        List<Violation> violations = new ArrayList<>();
        if (proposal.parts().stream().anyMatch(part -> !part.shareable())) {
            violations.add(
                    new Violation("/parts", "not-shareable", "consent and access-log never leave the home agency"));
        }
        if (proposal.purposes().stream().anyMatch(OTHER_GROUNDS::contains)) {
            violations.add(new Violation("/purposes", "not-by-consent",
                    OTHER_GROUNDS + " have grounds of their own: no consent opens anything for them"));
        }
        return violations;
    }
}
