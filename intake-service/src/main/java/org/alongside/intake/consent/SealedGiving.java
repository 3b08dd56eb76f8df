package org.alongside.intake.consent;

import java.util.UUID;

import org.alongside.intake.consent.api.GiveConsent;
import org.alongside.intake.consent.api.GivenBy;
import org.alongside.intake.consent.api.GivenConsent;
import org.alongside.intake.consent.api.GivenConsent.AgreedText;
import org.alongside.intake.consent.api.Manner;
import org.alongside.intake.consent.api.Proxy;
import org.alongside.intake.consent.api.ProxyRelation;
import org.alongside.intake.consenttext.api.ConsentText;

/**
 * How a consent was given, as it is sealed: a proxy is personal data.
 *
 * @param proxyRelation of consents sealed when relation and authority were one text; never written any more
 */
record SealedGiving(GivenBy givenBy, Proxy proxy, String proxyRelation, Manner manner, String witness, String language,
        boolean limitsOfConfidentialityTalk, UUID conversationId, AgreedText text, String evidenceHash, String words) {

    static SealedGiving of(GiveConsent given, ConsentText text) {
        return new SealedGiving(given.givenBy(), given.proxy(), null, given.manner(), given.witness(), given.language(),
                given.limitsOfConfidentialityTalk(), given.conversationId(),
                new AgreedText(text.version(), text.language(), text.sha256(), given.textSha256() != null),
                given.evidenceHash(), given.words());
    }

    GivenConsent view() {
        Proxy whose = proxyRelation == null ? proxy : new Proxy(null, ProxyRelation.OTHER, proxyRelation);
        return new GivenConsent(givenBy, whose, manner, witness, language, limitsOfConfidentialityTalk, conversationId,
                text, evidenceHash, words);
    }
}
