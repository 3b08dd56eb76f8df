package org.alongside.planning.transfer.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.planning.casework.api.TeamMember;

/**
 * That another worker keeps the case from now on.
 *
 * @param to           token subject
 * @param overrideReason why the worker is given more than the agency's limit, from a supervisor; absent within the limit
 * @param handoverNote what the other worker has to know, so that the client need not tell it all again; a note of the case
 */
public record TransferCase(@NotNull @Pattern(regexp = TeamMember.SUBJECT) String to,
        @NotBlank @Size(max = 20_000) String handoverNote,
        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String overrideReason) {}
