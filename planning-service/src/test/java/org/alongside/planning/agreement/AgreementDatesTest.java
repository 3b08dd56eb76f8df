package org.alongside.planning.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.alongside.kit.problem.Violation;
import org.alongside.planning.agreement.api.AgreementDraft;
import org.junit.jupiter.api.Test;

class AgreementDatesTest {

    @Test
    void reviewsLieBetweenStartAndPlannedEndInAnyOrder() {
        assertEquals(List.of(), faults("2026-03-01", "2026-03-01", "2026-01-02", "2026-02-15"));
        assertEquals(List.of(), faults("2026-01-02"));
    }

    @Test
    void thePlannedEndLiesAfterTheStart() {
        assertEquals(List.of("/plannedEndOn"), faults("2026-01-01"));
        assertEquals(List.of("/plannedEndOn"), faults("2025-12-31"));
    }

    @Test
    void aReviewOutsideIsNamedByItsPlace() {
        assertEquals(List.of("/reviewOn/0"), faults("2026-03-01", "2026-01-01"));
        assertEquals(List.of("/reviewOn/1"), faults("2026-03-01", "2026-02-01", "2026-03-02"));
    }

    @Test
    void aReviewStandsOnce() {
        assertEquals(List.of("/reviewOn/2"), faults("2026-03-01", "2026-02-01", "2026-02-02", "2026-02-01"));
    }

    /** Fields with a fault, of an agreement that starts on 2026-01-01. */
    private static List<String> faults(String plannedEnd, String... reviews) {
        AgreementDraft draft = new AgreementDraft("p", null, "c", "w", "m", "l", LocalDate.parse("2026-01-01"),
                Stream.of(reviews).map(LocalDate::parse).toList(), LocalDate.parse(plannedEnd));
        return draft.faults().stream().map(Violation::field).toList();
    }
}
