package org.alongside.audit.disclosurenote.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param words what the agency answers to the client */
public record AnswerNote(@NotBlank @Size(max = 4000) String words) {}
