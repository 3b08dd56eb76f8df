package org.alongside.referral.referral;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** The table of docs, written down a second time: every pair of statuses, who sets each, and what it is in FHIR. */
class ReferralStatusTest {

    private static final Map<String, List<String>> TABLE = Map.ofEntries(
            entry("draft", List.of("requested", "cancelled", "entered-in-error")),
            entry("requested",
                    List.of("accepted", "declined", "waitlisted", "cancelled", "expired", "entered-in-error")),
            entry("waitlisted",
                    List.of("accepted", "declined", "cancelled", "unsuccessful", "expired", "entered-in-error")),
            entry("accepted", List.of("scheduled", "in-progress", "on-hold", "completed", "unsuccessful", "cancelled",
                    "entered-in-error")),
            entry("scheduled", List.of("in-progress", "accepted", "unsuccessful", "cancelled", "entered-in-error")),
            entry("in-progress", List.of("on-hold", "completed", "unsuccessful", "cancelled", "entered-in-error")),
            entry("on-hold", List.of("in-progress", "completed", "unsuccessful", "cancelled", "entered-in-error")),
            entry("completed", List.of()), entry("declined", List.of()), entry("unsuccessful", List.of()),
            entry("cancelled", List.of()), entry("expired", List.of()), entry("entered-in-error", List.of()));

    private static final Map<String, String> FHIR = Map.ofEntries(entry("draft", "draft"),
            entry("requested", "requested"),
            entry("waitlisted", "on-hold"), entry("accepted", "accepted"), entry("scheduled", "accepted"),
            entry("in-progress", "in-progress"), entry("on-hold", "on-hold"), entry("completed", "completed"),
            entry("declined", "rejected"), entry("unsuccessful", "failed"), entry("cancelled", "cancelled"),
            entry("expired", "cancelled"), entry("entered-in-error", "entered-in-error"));

    private static final Map<String, Set<Side>> SET_BY = Map.ofEntries(entry("draft", Set.of(Side.SENDER)),
            entry("requested", Set.of(Side.SENDER)), entry("waitlisted", Set.of(Side.RECEIVER)),
            entry("accepted", Set.of(Side.RECEIVER)), entry("scheduled", Set.of(Side.RECEIVER)),
            entry("in-progress", Set.of(Side.RECEIVER)), entry("on-hold", Set.of(Side.RECEIVER)),
            entry("completed", Set.of(Side.RECEIVER)), entry("declined", Set.of(Side.RECEIVER)),
            entry("unsuccessful", Set.of(Side.RECEIVER)), entry("cancelled", Set.of(Side.SENDER, Side.RECEIVER)),
            entry("expired", Set.of(Side.CLOCK)), entry("entered-in-error", Set.of(Side.SENDER)));

    @Test
    void everyPairOfStatusesIsAllowedOrRefusedAsInTheTable() {
        for (ReferralStatus from : ReferralStatus.values()) {
            for (ReferralStatus to : ReferralStatus.values()) {
                if (TABLE.get(from.code()).contains(to.code())) {
                    assertSame(to, from.to(to));
                } else {
                    Problem refusal = assertThrows(Problem.class, () -> from.to(to), from + " to " + to);
                    assertEquals(ProblemType.CONFLICTING_STATE, refusal.kind());
                }
            }
        }
    }

    @Test
    void theTableKnowsEveryStatus() {
        Set<String> codes = Arrays.stream(ReferralStatus.values()).map(ReferralStatus::code)
                .collect(Collectors.toSet());
        assertEquals(codes, TABLE.keySet());
    }

    @Test
    void everyStatusIsSetByItsSide() {
        Map<String, Set<Side>> sides = new HashMap<>();
        Arrays.stream(ReferralStatus.values()).forEach(status -> sides.put(status.code(), status.setBy()));
        assertEquals(SET_BY, sides);
    }

    @Test
    void everyStatusIsAFhirTaskStatus() {
        Map<String, String> codes = new HashMap<>();
        Arrays.stream(ReferralStatus.values()).forEach(status -> codes.put(status.code(), status.fhirTaskStatus()));
        assertEquals(FHIR, codes);
    }

    /** What the API offers covers the table, and nothing that only the clock does. */
    @Test
    void commandsReachEveryTransitionOfTheTableAndNoOther() {
        for (ReferralStatus from : ReferralStatus.values()) {
            Set<String> reached = Arrays.stream(ReferralCommand.values())
                    .filter(command -> command.target() != null && command.isPossibleFrom(from))
                    .map(command -> command.target().code()).collect(Collectors.toCollection(TreeSet::new));
            Set<String> wanted = new TreeSet<>(TABLE.get(from.code()));
            wanted.remove("expired");
            assertEquals(wanted, reached, from.code());
        }
    }
}
