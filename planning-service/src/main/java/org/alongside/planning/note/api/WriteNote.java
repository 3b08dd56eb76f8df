package org.alongside.planning.note.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.access.Part;
import org.alongside.kit.problem.Violation;
import org.alongside.planning.note.NoteKind;

/**
 * A note of the work in a case.
 *
 * @param words what there is to keep
 * @param parts of which a consent opens it to another agency: {@code notes}, {@code plan} or both; {@code notes} when absent
 */
public record WriteNote(@NotNull NoteKind kind, @NotBlank @Size(max = 20_000) String words,
        @Size(min = 1) Set<@NotNull Part> parts) {

    private static final Set<Part> POSSIBLE = EnumSet.of(Part.NOTES, Part.PLAN);

    /** What is wrong with the parts; empty when nothing is. */
    public List<Violation> faults() {
        return parts == null || POSSIBLE.containsAll(parts)
                ? List.of()
                : List.of(new Violation("/parts", "other-part", "must be notes, plan or both"));
    }

    /** As stated, or as they are when nothing is. */
    public Set<Part> visibleWith() {
        return parts == null ? Set.of(Part.NOTES) : parts;
    }
}
