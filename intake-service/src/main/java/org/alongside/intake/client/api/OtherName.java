package org.alongside.intake.client.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.code.Coded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A name beside the legal one by which papers, or people who knew the client before, may ask. The client is found by it as by the others.
 *
 * @param kind       why there is another name
 * @param familyName or the only name
 * @param givenNames in order, separated by spaces
 */
public record OtherName(@NotNull Kind kind, @Size(min = 1, max = 200) String familyName,
        @Size(min = 1, max = 200) String givenNames) {

    /** Why there is another name. */
    @Schema(name = "OtherNameKind")
    public enum Kind implements Coded {
        /** Borne before a marriage, a change of name or a transition. Nobody is called by it. */
        FORMER,
        /** The legal name as it is written in its own script. */
        ORIGINAL_SCRIPT,
        /** Used in some places beside the legal one. */
        ALSO_KNOWN_AS;
    }

    @JsonIgnore
    @AssertTrue(message = "Another name has familyName, givenNames or both.")
    public boolean isNamed() {
        return familyName != null || givenNames != null;
    }
}
