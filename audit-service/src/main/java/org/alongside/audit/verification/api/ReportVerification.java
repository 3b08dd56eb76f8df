package org.alongside.audit.verification.api;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The report of a verification as {@code audit-log verify --report} writes it. Its other members are passed over, the sentences of the
 * findings among them: only kinds and numbers are kept.
 *
 * @param origin        name of the log that was verified
 * @param size          entries read
 * @param checkpoint    the newest checkpoint that was right, a signed note; must be there when the verdict is sound
 * @param findingsTotal how many; none when sound, at least one when touched
 * @param findings      the first of them
 * @param finishedAt    by the clock of whoever verified
 * @param verifier      program that verified
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportVerification(@NotNull VerificationVerdict verdict, @NotNull @Size(max = 200) String origin,
        @NotNull @PositiveOrZero Long size, @Size(max = 10_000) String checkpoint,
        @NotNull @PositiveOrZero Long findingsTotal, @NotNull @Size(max = 1000) List<@NotNull @Valid Found> findings,
        @NotNull Instant finishedAt, @NotNull @Pattern(regexp = "[A-Za-z0-9 ./_-]{1,60}") String verifier) {

    /**
     * @param kind  which check found it
     * @param entry number of the entry, or the first of several; absent when it is about the log as a whole
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Found(@NotNull @Pattern(regexp = "[a-z-]{1,30}") String kind, @PositiveOrZero Long entry) {}
}
