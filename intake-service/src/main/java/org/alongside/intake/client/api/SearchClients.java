package org.alongside.intake.client.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Finds clients whose given values all match exactly, letter case, accents and punctuation aside. */
public record SearchClients(@Size(min = 1, max = 200) String familyName, @Size(min = 1, max = 200) String givenNames,
        @Pattern(regexp = "\\d{4}(-\\d{2}-\\d{2})?") String dateOfBirth,
        @Size(min = 3, max = 200) String contactPoint) {

    @JsonIgnore
    @AssertTrue(message = "Name at least one of familyName, givenNames, dateOfBirth, contactPoint.")
    public boolean isNarrowed() {
        return familyName != null || givenNames != null || dateOfBirth != null || contactPoint != null;
    }
}
