package org.alongside.planning.measurement;

import java.util.UUID;

/** At which level a goal was found, without by what it was seen. */
record Measured(UUID goalId, int level) {}
