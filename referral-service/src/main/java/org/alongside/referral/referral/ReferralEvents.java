package org.alongside.referral.referral;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.code.Coded;
import org.alongside.kit.outbox.Outbox;
import org.alongside.referral.change.ChangeNotes;
import org.alongside.referral.change.ChangeType;
import org.alongside.referral.report.ReportedEvent;
import org.alongside.referral.report.ReportedEvents;

/** What other services need to know of a referral: intake-service gives the recipient its grant, planning-service follows it. */
@ApplicationScoped
class ReferralEvents {

    private static final String TOPIC = "referral.referral.v1";

    private final Outbox outbox;
    private final ReportedEvents reported;
    private final ChangeNotes notes;

    ReferralEvents(Outbox outbox, ReportedEvents reported, ChangeNotes notes) {
        this.outbox = outbox;
        this.reported = reported;
        this.notes = notes;
    }

    void changed(Referral referral, ReferralStatus before, String action) {
        String verb = verb(referral, before, action);
        append(verb, referral);
        notes.changed(changes(verb), referral.recordId(), referral.recordVersion(),
                agencies(referral), referral.recipient());
    }

    /** The same one, most often. */
    private static Set<UUID> agencies(Referral referral) {
        return Stream.of(referral.homeAgency(), referral.sender()).collect(Collectors.toSet());
    }

    private static ChangeType changes(String verb) {
        return ChangeType.valueOf(verb.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String verb(Referral referral, ReferralStatus before, String action) {
        if (referral.status() != before) {
            return referral.status() == ReferralStatus.REQUESTED ? "requested" : "moved";
        }
        return switch (action) {
            case "client-view" -> "client-view-recorded";
            case "remind" -> "reminded";
            case ReferralJournal.CONSENT_RENEWED -> ReferralJournal.CONSENT_RENEWED;
            default -> "changed";
        };
    }

    private void append(String verb, Referral referral) {
        reported.append(reported(verb, referral));
        outbox.append(new Outbox.Message(TOPIC, referral.recordId().toString(),
                "org.alongside.referral.referral." + verb + ".v1",
                referral.recordId(), state(referral)));
    }

    private static ReferralState state(Referral referral) {
        return new ReferralState(referral.recordId(), referral.clientId(), referral.homeAgency(), referral.sender(),
                referral.recipient(), referral.serviceId(), referral.needId(), referral.category(), referral.bundleId(),
                referral.parentId(), referral.consentId(), referral.parts(), referral.status().code(),
                Coded.codeOf(referral.reason()),
                Coded.codeOf(referral.providerResult()), Coded.codeOf(referral.clientResult()), referral.isLoopClosed(),
                referral.recordVersion());
    }

    private static ReportedEvent reported(String verb, Referral referral) {
        return new ReportedEvent(referral.recordId(), referral.recordVersion(), verb, referral.sender(),
                referral.recipient(), referral.category(), referral.status().code(), Coded.codeOf(referral.reason()),
                Coded.codeOf(referral.providerResult()), Coded.codeOf(referral.clientResult()), referral.respondBy());
    }

    record ReferralState(UUID referralId, UUID clientId, UUID homeAgency, UUID sender, UUID recipient, UUID serviceId,
            UUID needId, String category, UUID bundleId, UUID parentId,
            UUID consentId, Set<String> parts, String status,
            String reason,
            String providerResult, String clientResult, boolean loopClosed, long version) {}
}
