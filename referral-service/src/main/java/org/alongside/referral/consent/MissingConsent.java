package org.alongside.referral.consent;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a consent lacks to cover a referral: the member {@code missing} of the problem {@code consent-missing}.
 *
 * @param recipient agency that it does not name; absent when it does
 * @param parts     parts that it does not name; empty when it names all
 * @param category  need category that it does not name; absent when it does
 * @param purpose   {@code COC}; absent when it names that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MissingConsent(UUID recipient, List<String> parts, String category, String purpose) {

    /** The consent that comes nearest first; one that names another recipient is further than any that names this one. */
    static final Comparator<MissingConsent> NEAREST_FIRST = Comparator
            .comparing((MissingConsent missing) -> missing.recipient != null).thenComparing(MissingConsent::count);

    /** Where there is no consent at all. */
    static MissingConsent everything(Sharing wanted) {
        return new MissingConsent(wanted.recipient(), wanted.parts().stream().map(Part::code).sorted().toList(),
                wanted.category(), PurposeOfUse.COC.name());
    }

    @JsonIgnore
    boolean isNothing() {
        return count() == 0;
    }

    private int count() {
        return parts.size() + (recipient == null ? 0 : 1) + (category == null ? 0 : 1) + (purpose == null ? 0 : 1);
    }
}
