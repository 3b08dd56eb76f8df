package org.alongside.planning.closure.api;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.planning.closure.ClosureReason;
import org.alongside.planning.closure.Handover;

/**
 * An ending as far as client and worker have written it. All parts but the handover have to be there when it is completed; the handover too
 * when the ending comes from the agency ({@code handed-over}, {@code service-ended}).
 *
 * @param gains           what the client has gained
 * @param explanation     the honest reason, as it was explained to the client
 * @param confidence      how confident the client is to go on, in the client's own judgement: 1 (not at all) to 5 (very)
 * @param openDoorContact whom the client can turn to when help is wanted again, and how
 * @param checkInOn       day on which somebody asks how things go, after the completion and within a year of it
 */
public record ClosureDraft(@NotNull ClosureReason reason, @Size(max = 4000) @Pattern(regexp = WRITTEN) String gains,
        @Size(max = 4000) @Pattern(regexp = WRITTEN) String explanation, @Min(1) @Max(5) Integer confidence,
        @Size(max = 1000) @Pattern(regexp = WRITTEN) String openDoorContact, LocalDate checkInOn,
        @Valid Handover handover) {

    /** At least one character that is not white space. */
    private static final String WRITTEN = "[\\s\\S]*\\S[\\s\\S]*";
}
