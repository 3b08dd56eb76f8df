package org.alongside.intake.history.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.Identity;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One version of a client's record. What it holds may be wrong or unsafe by now: nobody is to be reached by it.
 *
 * @param version   of the record, as this change left it
 * @param changed   JSON Pointers (RFC 6901) of the members that differ from the version before, for example
 *                  {@code /identity/familyName}; of a registration those that were given
 * @param actor     token subject; absent for {@code carried-over}
 * @param actorKind {@code worker} or {@code partner}; absent for {@code carried-over}
 * @param agency    of the actor; absent for {@code carried-over}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(UUID clientId, long version, Instant at, Action action, List<String> changed, String actor,
        String actorKind, UUID agency, Identity identity, Contact contact,
        @JsonIgnore Set<Part> parts) implements DisclosedView {}
