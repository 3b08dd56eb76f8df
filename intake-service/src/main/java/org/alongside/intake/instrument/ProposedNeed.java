package org.alongside.intake.instrument;

import java.util.List;
import java.util.stream.Stream;

import org.alongside.kit.need.Urgency;

/**
 * A need that the rules of an instrument propose.
 *
 * @param sourceAnswers {@code linkId} of every answer that proposed it, in the order of the questions; those behind a score last
 */
public record ProposedNeed(String category, int severity, Urgency urgency, List<String> sourceAnswers) {

    static ProposedNeed of(NeedRule rule, List<String> sourceAnswers) {
        return new ProposedNeed(rule.category(), rule.severity(), rule.urgency(), sourceAnswers);
    }

    /** Severity and urgency are raised apart from each other; nothing lowers a need. */
    ProposedNeed with(ProposedNeed other) {
        return new ProposedNeed(category, Math.max(severity, other.severity), urgency.or(other.urgency),
                Stream.concat(sourceAnswers.stream(), other.sourceAnswers.stream()).distinct().toList());
    }
}
