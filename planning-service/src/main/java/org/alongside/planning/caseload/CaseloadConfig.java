package org.alongside.planning.caseload;

import java.util.Map;
import java.util.UUID;

import io.smallrye.config.ConfigMapping;

/** How much one worker may be given. */
@ConfigMapping(prefix = "alongside.caseload")
interface CaseloadConfig {

    /**
     * The most that the cases of one primary worker may weigh together, by agency (the id of its Keycloak organization); above it an
     * assignment needs a supervisor and a reason. Default: none, so that nothing is too much.
     */
    Map<UUID, Integer> limits();
}
