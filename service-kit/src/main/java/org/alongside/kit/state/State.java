package org.alongside.kit.state;

import java.util.List;
import java.util.Set;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/**
 * A status enum that owns its transition table. Entities change status only through {@link #to}, so a transition that the table
 * lacks cannot happen anywhere.
 *
 * @param <S> the enum itself
 */
public interface State<S extends Enum<S> & State<S>> extends Coded {

    /** Statuses that may follow this one; none for a final status. */
    Set<S> next();

    default boolean isFinal() {
        return next().isEmpty();
    }

    /**
     * @return the target
     * @throws Problem {@code conflicting-state} with the {@code present} status, the one {@code asked} for and those {@code allowed}
     */
    default S to(S target) {
        if (!next().contains(target)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE).with("present", code()).with("asked", target.code())
                    .with("allowed", codes(next()));
        }
        return target;
    }

    private static <S extends Enum<S> & State<S>> List<String> codes(Set<S> states) {
        return states.stream().map(State::code).sorted().toList();
    }
}
