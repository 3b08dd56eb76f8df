package org.alongside.intake.client;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.intake.client.api.SearchClients;
import org.alongside.kit.sealing.BlindIndex;

/** A value that clients are found by. */
record Criterion(ClientToken kind, String value) {

    static List<Criterion> of(SearchClients search) {
        return Stream.of(new Criterion(ClientToken.FAMILY_NAME, search.familyName()),
                new Criterion(ClientToken.GIVEN_NAMES, search.givenNames()),
                new Criterion(ClientToken.DATE_OF_BIRTH, search.dateOfBirth()),
                new Criterion(ClientToken.CONTACT_POINT, search.contactPoint()))
                .filter(each -> each.value != null).toList();
    }

    /** Of "---" nothing is left to find anybody by. */
    boolean isBlank() {
        return kind.normalise(value).isBlank();
    }

    byte[] token(BlindIndex blind, UUID homeAgency) {
        return blind.token(homeAgency, kind.kind(), kind.normalise(value));
    }
}
