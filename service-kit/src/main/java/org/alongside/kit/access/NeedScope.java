package org.alongside.kit.access;

import java.util.HashSet;
import java.util.Set;

/**
 * The need categories about which the part {@code assessment} may be shown: all for the home agency, by grants those that they name.
 *
 * @param categories codes of the list of need categories; {@code null} for all
 */
public record NeedScope(Set<String> categories) {

    public static final NeedScope ALL = new NeedScope(null);
    static final NeedScope NONE = new NeedScope(Set.of());

    public boolean covers(String category) {
        return categories == null || categories.contains(category);
    }

    /** Whether nothing is left out, so that what was said about no single need may be shown too. */
    public boolean isAll() {
        return categories == null;
    }

    NeedScope and(NeedScope other) {
        if (isAll() || other.isAll()) {
            return ALL;
        }
        Set<String> both = new HashSet<>(categories);
        both.addAll(other.categories);
        return new NeedScope(Set.copyOf(both));
    }
}
