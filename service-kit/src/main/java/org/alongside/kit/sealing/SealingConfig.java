package org.alongside.kit.sealing;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the keys of a service are. */
@ConfigMapping(prefix = "alongside.sealing")
public interface SealingConfig {

    /**
     * The file with the service's keysets. It lies outside the database and its backups, each service has its own, and nobody
     * but the service's user may read it.
     */
    Path keysetFile();

    /** Whether a missing file is made with new keys. Default: false; refused in production. */
    @WithDefault("false")
    boolean createKeysetIfAbsent();
}
