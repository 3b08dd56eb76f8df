package org.alongside.kit.language;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * A BCP 47 language tag: well-formed, with a language, a script and a region that there are, as far as the Java platform knows them,
 * and at most 64 characters. It knows all languages of two letters, and the scripts and regions of CLDR. Languages of three letters are
 * too many for it: any is taken, since an agency may well speak one that the platform cannot name, but not one that has two letters
 * ({@code spa} for {@code es}). {@code und} names no language and is refused. Variants, extensions and private use
 * ({@code de-x-leicht}) are taken as they are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646">RFC 5646</a>
 */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageTag.Check.class)
public @interface LanguageTag {

    String message() default "must be a BCP 47 language tag with known subtags, for example es, pt-BR or zh-Hant";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Absent values are valid. */
    class Check implements ConstraintValidator<LanguageTag, String> {

        private static final int LONGEST = 64;
        private static final Locale NAMES = Locale.ENGLISH;
        private static final Set<String> NO_PLACE = Set.of("Zzzz", "ZZ");
        /** Codes of three letters for languages that have two: RFC 5646 registers the shorter one alone. */
        private static final Set<String> LONGER = Stream.of(Locale.getISOLanguages())
                .map(language -> new Locale(language).getISO3Language()).collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean isValid(String tag, ConstraintValidatorContext context) {
            return tag == null || tag.length() <= LONGEST && exists(tag);
        }

        private static boolean exists(String tag) {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(tag).build();
                return isLanguage(locale)
                        && isNamed(locale.getScript(), locale.getDisplayScript(NAMES))
                        && isNamed(locale.getCountry(), locale.getDisplayCountry(NAMES));
            } catch (IllformedLocaleException illFormed) {
                return false;
            }
        }

        private static boolean isLanguage(Locale locale) {
            String language = locale.getLanguage();
            return switch (language.length()) {
                case 2 -> isNamed(language, locale.getDisplayLanguage(NAMES));
                case 3 -> !LONGER.contains(language);
                default -> false;
            };
        }

        /** The platform shows a subtag that it does not know as it is. */
        private static boolean isNamed(String subtag, String name) {
            return subtag.isEmpty() || !subtag.equals(name) && !NO_PLACE.contains(subtag);
        }
    }
}
