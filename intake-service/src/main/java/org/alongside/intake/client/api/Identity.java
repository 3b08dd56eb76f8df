package org.alongside.intake.client.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who the client is, part {@code identity}.
 *
 * @param familyName  legal family name
 * @param givenNames  legal given names, in order, separated by spaces
 * @param nameToUse   how the client wants to be called
 * @param pronouns    as the client states them
 * @param dateOfBirth as well as it is known
 */
public record Identity(@NotBlank @Size(max = 200) String familyName, @Size(max = 200) String givenNames,
        @Size(max = 200) String nameToUse, @Size(max = 60) String pronouns, @Valid DateOfBirth dateOfBirth) {

    /** The name to use, or the legal name of a client who stated none. */
    public String callName() {
        return nameToUse != null ? nameToUse : givenNames == null ? familyName : givenNames + " " + familyName;
    }
}
