package org.alongside.planning.hesitation.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.planning.hesitation.Cause;

/**
 * That the client hesitates.
 *
 * @param stepId      the step of the goal that it is about; absent when it is about the goal as such
 * @param clientWords as the client says it
 */
public record RaiseHesitation(@NotNull Cause cause, UUID stepId,
        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String clientWords) {}
