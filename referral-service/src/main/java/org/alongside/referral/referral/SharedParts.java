package org.alongside.referral.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.alongside.kit.access.Part;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Which parts a referral may share. */
public final class SharedParts {

    private SharedParts() {}

    /**
     * @param field JSON Pointer to the parts in the body
     * @throws Problem {@code invalid-input} at the field
     */
    public static void require(String field, Set<Part> parts) {
        List<Violation> violations = new ArrayList<>();
        if (!parts.contains(Part.REFERRAL)) {
            violations.add(new Violation(field, "referral-missing", "the recipient has to see the referral itself"));
        }
        if (parts.stream().anyMatch(part -> !part.shareable())) {
            violations.add(new Violation(field, "not-shareable", "consent and access-log never leave the home agency"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** As {@link #require}, bounded by what an intermediary was given itself. */
    static void requireOf(Set<String> given, String field, Set<Part> parts) {
        require(field, parts);
        if (parts.stream().anyMatch(part -> !given.contains(part.code()))) {
            throw Problem.invalid(
                    new Violation(field, "not-given", "only what this referral shares can be passed on"));
        }
    }
}
