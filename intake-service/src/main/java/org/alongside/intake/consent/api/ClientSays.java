package org.alongside.intake.consent.api;

import jakarta.validation.constraints.Size;

/**
 * What comes with a no. Nothing of it is asked for: nobody has to give a reason.
 *
 * @param words what the client said, verbatim
 */
public record ClientSays(@Size(min = 1, max = 2000) String words) {}
