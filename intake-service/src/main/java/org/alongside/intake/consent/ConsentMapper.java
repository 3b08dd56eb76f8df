package org.alongside.intake.consent;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.consent.api.ConsentView;
import org.alongside.intake.consent.api.GiveConsent;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.code.Coded;
import org.alongside.kit.sealing.SealedJson;

/** Between the stored consent and its view. */
@ApplicationScoped
class ConsentMapper {

    private final SealedJson sealed;

    ConsentMapper(SealedJson sealed) {
        this.sealed = sealed;
    }

    byte[] sealGiven(Consent consent, GiveConsent given) {
        return sealed.seal(consent.clientId(), Consent.GIVEN, given);
    }

    ConsentView view(Consent consent, Disclosure disclosure) {
        List<Part> parts = consent.parts().stream().map(code -> Coded.stored(Part.class, code)).toList();
        List<PurposeOfUse> purposes = consent.purposes().stream().map(PurposeOfUse::valueOf).toList();
        GiveConsent given = sealed.open(disclosure, Part.CONSENT, Consent.GIVEN, consent.given(), GiveConsent.class);
        return new ConsentView(consent.recordId(), consent.clientId(), consent.homeAgency(), consent.status(),
                consent.recipients(), consent.recipientWorkers(), parts, consent.categories(), purposes,
                consent.validFrom(), consent.validUntil(),
                given,
                consent.decidedAt(), consent.endedAt(), disclosure.parts(), consent.recordVersion());
    }
}
