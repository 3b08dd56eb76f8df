package org.alongside.audit.cosignature;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Whose word about the log is published beside its own. */
@ConfigMapping(prefix = "alongside.log.cosignature")
interface CosignatureConfig {

    /**
     * Public keys of the witnesses whose cosignatures the log takes: <i>vkeys</i> of C2SP signed-note, as {@code witness --new-key} prints
     * them. Default: none.
     */
    Optional<List<String>> witnesses();
}
