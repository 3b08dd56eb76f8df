package org.alongside.intake.client.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who the client is, part {@code identity}. Names are kept in any script, as they were written; one without a single letter or digit
 * is kept, and nobody is found by it.
 *
 * @param familyName  legal family name; of somebody with one name only, that name
 * @param givenNames  legal given names, in order, separated by spaces
 * @param nameToUse   how the client wants to be called
 * @param pronouns    as the client states them
 * @param dateOfBirth as well as it is known
 * @param otherNames  former names, the name in its own script, and others that the client is asked for by
 */
public record Identity(@NotBlank @Size(max = 200) String familyName, @Size(max = 200) String givenNames,
        @Size(max = 200) String nameToUse, @Size(max = 60) String pronouns, @Valid DateOfBirth dateOfBirth,
        @Size(max = 10) List<@NotNull @Valid OtherName> otherNames) {

    /** The name to use, or the legal name of a client who stated none. */
    public String callName() {
        return nameToUse != null ? nameToUse : givenNames == null ? familyName : givenNames + " " + familyName;
    }
}
