package org.alongside.referral.matching.api;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.referral.eligibility.api.Facts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What help is looked for, and for whom. Neither stored nor logged.
 *
 * @param category       need category; needed unless there are words to search
 * @param text           words to search, typing errors and synonyms allowed; services without any of them are left out
 * @param areaPostalCode five digits: where the person lives or wants help; services for other areas are left out
 * @param near           the place from which distance counts; services farther away are left out
 * @param open           when it has to be open; services known to be closed then are left out
 * @param facts          what is known of the person; services that are not for such a person are left out
 * @param languages      codes of BCP 47 of which one is enough; services known to offer none of them, nor an interpreter, are
 *                       left out
 * @param withOpenPlaces services without a free place are left out; one without a limit of places stays
 * @param preferences    what the client would like
 * @param exclude        services not to be shown, for example because they were tried
 * @param limit          the most matches to answer, 20 when absent
 */
public record FindMatches(@Size(max = 60) String category, @Size(max = 200) String text,
        @Pattern(regexp = "\\d{5}") String areaPostalCode, @Valid Near near, OpenAt open, @Valid Facts facts,
        @Size(max = 10) Set<@NotNull @Pattern(regexp = "[a-z]{2,3}", message = "expected a language tag of BCP 47") String> languages,
        Boolean withOpenPlaces, @Valid Preferences preferences, @Size(max = 100) Set<@NotNull UUID> exclude,
        @Min(1) @Max(100) Integer limit) {

    private static final int LIMIT = 20;

    public FindMatches {
        facts = facts == null ? Facts.NONE : facts;
        languages = languages == null ? Set.of() : primary(languages);
        exclude = exclude == null ? Set.of() : exclude;
        limit = limit == null ? LIMIT : limit;
        withOpenPlaces = Boolean.TRUE.equals(withOpenPlaces);
    }

    /** A service that speaks Spanish helps somebody who asks for Mexican Spanish. */
    private static Set<String> primary(Set<String> languages) {
        return languages.stream().filter(Objects::nonNull)
                .map(code -> code.split("-", 2)[0].toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    @AssertTrue(message = "category or text is needed")
    @JsonIgnore
    public boolean isCategoryOrText() {
        return category != null || text != null && !text.isBlank();
    }

    @AssertTrue(message = "areaPostalCode or near is needed")
    @JsonIgnore
    public boolean isAreaOrNear() {
        return areaPostalCode != null || near != null;
    }
}
