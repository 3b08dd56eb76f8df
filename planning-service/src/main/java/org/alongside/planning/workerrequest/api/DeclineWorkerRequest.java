package org.alongside.planning.workerrequest.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why there is no other worker now.
 *
 * @param words as the client is told
 */
public record DeclineWorkerRequest(@NotBlank @Size(max = 4000) String words) {}
