package org.alongside.kit.grant;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.Part;

/**
 * A live permission of one agency to see named parts of one client's data, as the access decision needs it.
 *
 * @param categories need categories about which it opens assessments
 */
public record Grant(UUID id, String basis, UUID basisId, Set<Part> parts, Set<String> categories) {

    /** The same, as far as it opens what is wanted. */
    Grant only(Set<Part> wanted) {
        Set<Part> opened = EnumSet.copyOf(wanted);
        opened.retainAll(parts);
        return new Grant(id, basis, basisId, opened, opened.contains(Part.ASSESSMENT) ? categories : Set.of());
    }
}
