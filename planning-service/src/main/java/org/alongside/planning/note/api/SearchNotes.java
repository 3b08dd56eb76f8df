package org.alongside.planning.note.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is looked for in the notes of a case.
 *
 * @param words that a note has to hold, one after the other; case, accents, hyphens and apostrophes do not count
 */
public record SearchNotes(@NotBlank @Size(max = 200) String words) {}
