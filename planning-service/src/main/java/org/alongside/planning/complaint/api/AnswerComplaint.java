package org.alongside.planning.complaint.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What the client is told.
 *
 * @param words in plain words
 */
public record AnswerComplaint(@NotBlank @Size(max = 8000) String words) {}
