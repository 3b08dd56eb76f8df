package org.alongside.kit.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A status enum that owns its transition table. Entities change status only through {@link #to}, so a transition that the table
 * lacks cannot happen anywhere.
 *
 * @param <S> the enum itself
 */
public interface State<S extends Enum<S> & State<S>> {

    /** Statuses that may follow this one; none for a final status. */
    Set<S> next();

    String name();

    /** The name in the API, events and the database, for example {@code in-progress}. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

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

    /** The enum constant of a stored code. */
    static <S extends Enum<S> & State<S>> S of(Class<S> type, String code) {
        return Arrays.stream(type.getEnumConstants()).filter(state -> state.code().equals(code)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No " + type.getSimpleName() + " has the code " + code));
    }

    private static <S extends Enum<S> & State<S>> List<String> codes(Set<S> states) {
        return states.stream().map(State::code).sorted().toList();
    }
}
