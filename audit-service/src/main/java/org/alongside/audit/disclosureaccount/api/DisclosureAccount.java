package org.alongside.audit.disclosureaccount.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A page of the account of who outside the home agency saw what of a client. Attempts that were refused are counted and not listed: an
 * accounting of disclosures (as 45 CFR 164.528 has it) lists what was disclosed, and a refusal discloses nothing.
 *
 * @param clientId       whose account
 * @param replaces       records of the same person that are merged into the client's: the account tells of accesses to these too; absent for
 *                       none
 * @param homeAgency     the agency that took the client in
 * @param homeAgencyName its name, or its id
 * @param from           as asked for
 * @param to             as asked for
 * @param keptFrom       what was recorded before it was removed from the log, having been kept long enough; absent when nothing was
 * @param language       of the words
 * @param logSize        entries in the log when the first page was made: all pages show the log as it was then
 * @param summary        of the whole account, on its first page
 * @param lines          disclosures, oldest first
 * @param next           cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureAccount(@JsonProperty("client") UUID clientId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> replaces, UUID homeAgency, String homeAgencyName,
        Instant from, Instant to, Instant keptFrom, Language language, long logSize, AccountSummary summary,
        List<AccountLine> lines,
        String next) implements DisclosedView {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return Set.of(Part.ACCESS_LOG);
    }
}
