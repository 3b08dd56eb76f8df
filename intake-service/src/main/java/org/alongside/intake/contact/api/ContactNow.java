package org.alongside.intake.contact.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.client.api.Address;
import org.alongside.intake.client.api.Interpreter;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a client can be reached without harm in one manner at one moment. Not to be kept: a minute later it may be wrong.
 *
 * @param at           the moment for which it holds
 * @param doNotContact whether nobody contacts the client
 * @param languages    BCP 47 tags, the preferred one first
 * @param interpreter  which one is needed; absent where none was told
 * @param points       what may be used now, in the client's order
 * @param withheld     what may not, without saying what it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactNow(UUID clientId, Manner manner, Instant at, boolean doNotContact, List<String> languages,
        boolean interpreterNeeded, Interpreter interpreter, List<SafePoint> points, List<Withheld> withheld,
        @JsonIgnore Set<Part> parts) implements DisclosedView {

    /**
     * What may be used now.
     *
     * @param value   number or e-mail address; absent for a postal address
     * @param hours   what the client said of when, in words: to be read before it is used, whatever the safe times say
     * @param address absent for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SafePoint(Means kind, String value, String hours, Address address) {}

    /** What may not be used now. */
    public record Withheld(Means kind, WithheldBecause reason) {}
}
