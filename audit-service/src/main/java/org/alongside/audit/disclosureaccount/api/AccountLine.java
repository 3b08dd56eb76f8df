package org.alongside.audit.disclosureaccount.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.audit.disclosurenote.api.NoteView;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One disclosure to someone outside the home agency. Of the person only the role is told: who it was is for the privacy officers of the
 * two agencies, who find the entry by its index.
 *
 * @param entryIndex place in the log
 * @param at time of the access
 * @param agency agency acted for; absent where the token named none
 * @param roles of the person, as far as the access rested on them; absent in entries from before they were recorded
 * @param seenParts parts disclosed
 * @param operation for example {@code referral.read}
 * @param purpose of use, HL7 code
 * @param basis why it was allowed
 * @param basisId consent, referral or emergency access behind it
 * @param emergency whether it was an emergency access
 * @param words the same in plain language
 * @param text all of it as one sentence
 * @param leafHash SHA-256(0x00 ‖ entry bytes) in hexadecimal
 * @param proof path of the proof that the entry is in the log
 * @param notes what the client said to this line
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccountLine(@JsonIgnore UUID clientId, long entryIndex, Instant at, UUID agency, List<String> roles,
        @JsonProperty("parts") List<String> seenParts, String operation, String purpose, String basis, UUID basisId,
        boolean emergency, LineWords words, String text, String leafHash, String proof,
        List<NoteView> notes) implements DisclosedView {

    /**
     * What a line says, in the language asked for.
     *
     * @param when date and time in UTC
     * @param agency name, or the id of an agency whose name is not known here
     * @param role of the person
     * @param did what was done
     * @param saw parts disclosed
     * @param why purpose
     * @param allowedBy basis
     */
    public record LineWords(String when, String agency, String role, String did, String saw, String why,
            String allowedBy) {}

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
