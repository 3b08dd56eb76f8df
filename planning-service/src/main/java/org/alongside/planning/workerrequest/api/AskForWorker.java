package org.alongside.planning.workerrequest.api;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * That the client asks for another worker.
 *
 * @param clientWords why, or what the client wishes; none is needed
 */
public record AskForWorker(@Size(max = 4000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String clientWords) {}
