package org.alongside.planning.note.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What puts a note right, or adds to it. The note stays as it was written.
 *
 * @param words what is to be said
 */
public record AddToNote(@NotBlank @Size(max = 20_000) String words) {}
