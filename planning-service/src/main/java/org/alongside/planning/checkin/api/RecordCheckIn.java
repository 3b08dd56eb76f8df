package org.alongside.planning.checkin.api;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.planning.checkin.CheckInResult;

/**
 * What came of asking the client how things go.
 *
 * @param words  what the client said; absent for nothing
 * @param nextOn day on which to ask again, after today; absent for not any more
 */
public record RecordCheckIn(@NotNull CheckInResult result,
        @Size(max = 4000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String words, LocalDate nextOn) {}
