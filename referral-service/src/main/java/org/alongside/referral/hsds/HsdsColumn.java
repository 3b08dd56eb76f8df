package org.alongside.referral.hsds;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One property of an entity and the column that holds it.
 *
 * @param name      as in the schema; begins with {@code x_} when HSDS does not have it
 * @param required  a row without it is none
 * @param fallback  what a source that lacks it is read as; null when there is nothing sensible
 * @param refersTo  the entity whose id it holds; null when it holds none
 */
public record HsdsColumn(String name, HsdsType type, boolean required, String fallback, String refersTo) {

    private static final Pattern SPELLING = Pattern.compile("(\\w+)(?::(\\w+))?(?:>(\\w+))?(!(?:(\\w+)|'')?)?");

    /**
     * Reads the short form in which {@link HsdsEntity} writes its columns: {@code name}, then {@code :type} unless it is text,
     * {@code >entity} when it refers to one, {@code !} when it is required, and after that the fallback ({@code ''} for empty).
     */
    static HsdsColumn of(String spelled) {
        Matcher parts = SPELLING.matcher(spelled);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a column: " + spelled);
        }
        HsdsType type = parts.group(3) != null
                ? HsdsType.UUID
                : parts.group(2) == null ? HsdsType.TEXT : HsdsType.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
        boolean required = parts.group(4) != null;
        String fallback = required && parts.group(4).equals("!''") ? "" : parts.group(5);
        return new HsdsColumn(parts.group(1), type, required, fallback, parts.group(3));
    }

    /** The entity whose id it holds. */
    public Optional<HsdsEntity> reference() {
        return Optional.ofNullable(refersTo).map(HsdsEntity::named);
    }

    /** Whether HSDS has it. */
    public boolean isStandard() {
        return !name.startsWith("x_");
    }
}
