package org.alongside.intake.client.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A postal address, with the members of an address in HSDS 3.1.
 *
 * @param address1      street and number, or a post office box
 * @param address2      flat, care of
 * @param city          town or city
 * @param region        state or province
 * @param postalCode    as the country writes it
 * @param country       ISO 3166-1 code of two capital letters
 * @param safeToWrite   whether letters may go there; not stated as safe is not safe
 * @param confidential  of somebody who must not be found: no other agency ever sees the address, whatever a consent says, and it stands
 *                      in no list
 */
public record Address(@NotBlank @Size(max = 200) String address1, @Size(max = 200) String address2,
        @Size(max = 100) String city, @Size(max = 100) String region,
        @Pattern(regexp = "[A-Za-z0-9 -]{2,12}") String postalCode, @Pattern(regexp = "[A-Z]{2}") String country,
        Boolean safeToWrite, Boolean confidential) {

    public Address {
        safeToWrite = Boolean.TRUE.equals(safeToWrite);
        confidential = Boolean.TRUE.equals(confidential);
    }
}
