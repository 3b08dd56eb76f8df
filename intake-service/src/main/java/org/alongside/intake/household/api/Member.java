package org.alongside.intake.household.api;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.intake.client.api.DateOfBirth;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Somebody who lives, or lived, with the client: a client of the same agency, or somebody of whom only a name is known.
 *
 * @param clientId    of a client of the same agency
 * @param name        of somebody who is no client
 * @param dateOfBirth of somebody who is no client
 * @param relation    what the member is to the client
 * @param from        first day of living together; absent when nobody knows
 * @param until       last day; absent while they live together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(UUID clientId,
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank") @Size(max = 200) String name,
        @Valid DateOfBirth dateOfBirth,
        @NotNull Relation relation, LocalDate from, LocalDate until) {

    @JsonIgnore
    @AssertTrue(message = "A member has either clientId or name.")
    public boolean isClientOrNamed() {
        return clientId == null ^ name == null;
    }

    @JsonIgnore
    @AssertTrue(message = "Only a member without clientId has a dateOfBirth here; a client has it in the own record.")
    public boolean isBornHereWhenNoClient() {
        return dateOfBirth == null || clientId == null;
    }

    @JsonIgnore
    @AssertTrue(message = "until must not lie before from.")
    public boolean isEndingAfterItBegan() {
        return from == null || until == null || !until.isBefore(from);
    }

    /** Whether they live together on a day, or will. */
    public boolean isNotOver(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    /** What another agency, or the client, may see: that somebody lives there, not that they are a client too. */
    public Member forOtherAgencies() {
        return new Member(null, name, dateOfBirth, relation, from, until);
    }
}
