package org.alongside.intake.household;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.alongside.intake.household.api.Member;
import org.alongside.intake.household.api.Relation;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** What a list of members must not say, together with what other lists say. */
final class HouseholdRules {

    private final UUID clientId;
    private final List<Member> members;
    private final List<Violation> broken = new ArrayList<>();

    HouseholdRules(UUID clientId, List<Member> members) {
        this.clientId = clientId;
        this.members = members;
    }

    /**
     * Nobody is a member of the own list, and a client is a member once, whichever of the two lists says it.
     *
     * @param fromOthers clients on whose lists this one stands
     * @param crowded    clients who stand on as many other lists as anybody may
     * @throws Problem {@code invalid-input} naming each member
     */
    void checkMembers(Set<UUID> fromOthers, Set<UUID> crowded) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            UUID member = members.get(i).clientId();
            if (clientId.equals(member)) {
                refuse(i, "clientId", "self", "a client is no member of the own household");
            } else if (member != null && fromOthers.contains(member)) {
                refuse(i, "clientId", "on-other-list",
                        "this client's own list has the client already; change the relation there");
            } else if (member != null && crowded.contains(member)) {
                refuse(i, "clientId", "too-many-lists", "a client is a member of at most "
                        + HouseholdLinks.MOST_LISTS + " households");
            } else if (member != null && !seen.add(member)) {
                refuse(i, "clientId", "repeated", "a client is a member once");
            }
        }
        throwBroken();
    }

    /** Whose descendants have to be known to find a cycle. */
    Set<UUID> origins() {
        return Stream.concat(Stream.of(clientId), clients(Relation.CHILD)).collect(Collectors.toSet());
    }

    /**
     * Nobody is an ancestor of themselves.
     *
     * @param descendants of each of {@link #origins}, by other lists than this one
     * @throws Problem {@code invalid-input} naming each relation of a cycle
     */
    void checkDescent(Map<UUID, Set<UUID>> descendants) {
        Set<UUID> above = Stream.concat(Stream.of(clientId), clients(Relation.PARENT)).collect(Collectors.toSet());
        IntStream.range(0, members.size()).filter(i -> isInCycle(members.get(i), above, descendants))
                .forEach(i -> refuse(i, "relation", "cycle", "somebody would be an ancestor of themselves"));
        throwBroken();
    }

    private boolean isInCycle(Member member, Set<UUID> above, Map<UUID, Set<UUID>> descendants) {
        if (member.clientId() == null) {
            return false;
        }
        return switch (member.relation()) {
            case CHILD -> descendants.get(member.clientId()).stream().anyMatch(above::contains);
            case PARENT -> descendants.values().stream().anyMatch(line -> line.contains(member.clientId()));
            default -> false;
        };
    }

    private Stream<UUID> clients(Relation relation) {
        return members.stream().filter(member -> member.clientId() != null && member.relation() == relation)
                .map(Member::clientId);
    }

    private void refuse(int member, String field, String code, String message) {
        broken.add(new Violation("/members/" + member + "/" + field, code, message));
    }

    private void throwBroken() {
        if (!broken.isEmpty()) {
            throw Problem.invalid(broken);
        }
    }
}
