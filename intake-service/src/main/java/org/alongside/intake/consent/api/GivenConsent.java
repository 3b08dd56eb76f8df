package org.alongside.intake.consent.api;

import java.util.UUID;

/**
 * How a consent was given.
 *
 * @param language BCP 47 tag of the language in which it was explained
 * @param text     what the client agreed to; absent of consents given before texts were kept
 */
public record GivenConsent(GivenBy givenBy, Proxy proxy, Manner manner, String witness, String language,
        boolean limitsOfConfidentialityTalk, UUID conversationId, AgreedText text, String evidenceHash, String words) {

    /**
     * @param language  BCP 47 tag of the text itself
     * @param confirmed whether the caller stated by its hash that the client was shown this very text
     */
    public record AgreedText(String version, String language, String sha256, boolean confirmed) {}
}
