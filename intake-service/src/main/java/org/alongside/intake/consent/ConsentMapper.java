package org.alongside.intake.consent;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.consent.api.ClientSays;
import org.alongside.intake.consent.api.ConsentView;
import org.alongside.intake.consent.api.GiveConsent;
import org.alongside.intake.consent.api.GivenConsent;
import org.alongside.intake.consenttext.ConsentTerms;
import org.alongside.intake.consenttext.api.ConsentText;
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

    byte[] seal(Consent consent, GiveConsent given, ConsentText text) {
        return sealed.seal(consent.clientId(), Consent.GIVEN, SealedGiving.of(given, text));
    }

    byte[] seal(Consent consent, ConsentText text) {
        return sealed.seal(consent.clientId(), Consent.TEXT, text);
    }

    /** @return {@code null} when the client said nothing */
    byte[] seal(Consent consent, ClientSays said) {
        return said == null || said.words() == null
                ? null
                : sealed.seal(consent.clientId(), Consent.ENDED_WORDS, said);
    }

    static ConsentTerms terms(Consent consent) {
        return new ConsentTerms(consent.homeAgency(), consent.recipients(), consent.parts(), consent.categories(),
                consent.purposes(), consent.validFrom(), consent.validUntil());
    }

    /** What the client agreed to; {@code null} while nothing is agreed, and of consents given before texts were kept. */
    ConsentText agreedText(Consent consent, Disclosure disclosure) {
        return sealed.open(disclosure, Part.CONSENT, Consent.TEXT, consent.text(), ConsentText.class);
    }

    ConsentView view(Consent consent, Disclosure disclosure) {
        List<Part> parts = consent.parts().stream().map(code -> Coded.stored(Part.class, code)).toList();
        List<PurposeOfUse> purposes = consent.purposes().stream().map(PurposeOfUse::valueOf).toList();
        return new ConsentView(consent.recordId(), consent.clientId(), consent.homeAgency(), consent.status(),
                consent.recipients(), consent.recipientWorkers(), parts, consent.categories(), purposes,
                consent.validFrom(), consent.validUntil(),
                given(consent, disclosure), consent.decidedAt(), consent.endedAt(), wordsAtEnd(consent, disclosure),
                disclosure.parts(), consent.recordVersion());
    }

    private GivenConsent given(Consent consent, Disclosure disclosure) {
        SealedGiving given = sealed.open(disclosure, Part.CONSENT, Consent.GIVEN, consent.given(), SealedGiving.class);
        return given == null ? null : given.view();
    }

    private String wordsAtEnd(Consent consent, Disclosure disclosure) {
        ClientSays said = sealed.open(disclosure, Part.CONSENT, Consent.ENDED_WORDS, consent.endedWords(),
                ClientSays.class);
        return said == null ? null : said.words();
    }
}
