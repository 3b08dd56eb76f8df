package org.alongside.intake.client.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.kit.language.LanguageTag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the client can be reached without harm, part {@code contact}. Whoever wants to reach the client now asks by {@code contact-now},
 * which gives only what is safe at that moment.
 *
 * @param languages           BCP 47 tags, the preferred one first
 * @param interpreterNeeded   whether talks need an interpreter
 * @param interpreter         which one, where one is needed
 * @param doNotContact        nobody contacts the client; the client comes by
 * @param areaPostalCode      area for matching services; apart from the address, which may be confidential
 * @param address             where letters go
 * @param culturalPreferences what the client wants to be taken into account
 * @param points              phones and e-mail addresses, each with what is safe
 */
public record Contact(@Size(max = 10) List<@NotNull @LanguageTag String> languages, Boolean interpreterNeeded,
        @Valid Interpreter interpreter, Boolean doNotContact,
        @Pattern(regexp = "[A-Za-z0-9 -]{2,12}") String areaPostalCode,
        @Valid Address address, @Valid CulturalPreferences culturalPreferences,
        @Size(max = 10) List<@NotNull @Valid Point> points) {

    /** Of somebody of whom nothing is recorded. */
    public static final Contact NOTHING = new Contact(null, null, null, null, null, null, null, null);

    /**
     * A way to reach the client. What is not stated as safe is not safe.
     *
     * @param hours     when it is safe, in the client's words, for people to read; {@code contact-now} cannot judge by them
     * @param safeTimes when it is safe; absent where it is safe at all hours. With {@code hours} and without these, no hour counts as
     *                  safe
     */
    public record Point(@NotNull Kind kind, @NotNull @Size(min = 3, max = 200) String value, Boolean safeToCall,
            Boolean safeToText, Boolean safeToLeaveMessage, Boolean safeToWrite, @Size(max = 200) String hours,
            @Size(min = 1, max = 20) List<@NotNull @Valid SafeTime> safeTimes) {

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

    @JsonIgnore
    @AssertTrue(message = "interpreter is told only where interpreterNeeded is true.")
    public boolean isInterpreterNeededWhereTold() {
        return interpreter == null || Boolean.TRUE.equals(interpreterNeeded);
    }

    /** What other agencies may see of it at most: a confidential address is not in it. */
    public Contact forOtherAgencies() {
        return address == null || !address.confidential()
                ? this
                : new Contact(languages, interpreterNeeded, interpreter, doNotContact, areaPostalCode, null,
                        culturalPreferences, points);
    }
}
