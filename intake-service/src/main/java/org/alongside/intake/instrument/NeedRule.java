package org.alongside.intake.instrument;

import org.alongside.kit.need.Urgency;

/**
 * What one answer proposes.
 *
 * @param category code of the closed list of needs
 * @param severity 0 mentioned, 1 some difficulty, 2 serious, 3 severe
 */
public record NeedRule(String category, int severity, Urgency urgency) {}
