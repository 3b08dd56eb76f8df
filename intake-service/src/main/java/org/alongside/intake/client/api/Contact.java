package org.alongside.intake.client.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.kit.language.LanguageTag;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the client can be reached without harm, part {@code contact}.
 *
 * @param languages         BCP 47 tags, the preferred one first
 * @param interpreterNeeded whether talks need an interpreter
 * @param doNotContact      nobody contacts the client; the client comes by
 * @param areaPostalCode    area for matching services; apart from the address, which may be confidential
 * @param points            phones and e-mail addresses, each with what is safe
 */
public record Contact(
        @Size(max = 10) List<@NotNull @LanguageTag String> languages,
        Boolean interpreterNeeded, Boolean doNotContact, @Pattern(regexp = "[A-Za-z0-9 -]{2,12}") String areaPostalCode,
        @Size(max = 10) List<@NotNull @Valid Point> points) {

    /**
     * A way to reach the client. What is not stated as safe is not safe.
     *
     * @param hours when it is safe, in the client's words
     */
    public record Point(@NotNull Kind kind, @NotNull @Size(min = 3, max = 200) String value, Boolean safeToCall,
            Boolean safeToText, Boolean safeToLeaveMessage, Boolean safeToWrite, @Size(max = 200) String hours) {

        public Point {
            safeToCall = Boolean.TRUE.equals(safeToCall);
            safeToText = Boolean.TRUE.equals(safeToText);
            safeToLeaveMessage = Boolean.TRUE.equals(safeToLeaveMessage);
            safeToWrite = Boolean.TRUE.equals(safeToWrite);
        }
    }

    public enum Kind {
        @JsonProperty("phone")
        PHONE, @JsonProperty("email")
        EMAIL
    }
}
