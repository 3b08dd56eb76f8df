package org.alongside.intake.consent.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.kit.language.LanguageTag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the client agreed.
 *
 * @param givenBy                    the client, or a proxy with authority
 * @param proxyRelation              relation and authority of the proxy, when there is one
 * @param manner                     how it was given
 * @param language                   BCP 47 tag of the language in which it was explained
 * @param limitsOfConfidentialityTalk whether the limits of confidentiality were talked through
 * @param evidenceHash               SHA-256 of the signed document, hexadecimal, when there is one
 */
public record GiveConsent(@NotNull GivenBy givenBy, @Size(max = 100) String proxyRelation, @NotNull Manner manner,
        @NotNull @LanguageTag String language,
        boolean limitsOfConfidentialityTalk, @Pattern(regexp = "[0-9a-f]{64}") String evidenceHash) {

    public enum GivenBy {
        @JsonProperty("client")
        CLIENT, @JsonProperty("proxy")
        PROXY
    }

    public enum Manner {
        @JsonProperty("written")
        WRITTEN, @JsonProperty("electronic")
        ELECTRONIC, @JsonProperty("verbal-with-witness")
        VERBAL_WITH_WITNESS
    }

    @JsonIgnore
    @AssertTrue(message = "A proxy's consent names the relation and authority in proxyRelation.")
    public boolean isProxyExplained() {
        return givenBy != GivenBy.PROXY || proxyRelation != null && !proxyRelation.isBlank();
    }
}
