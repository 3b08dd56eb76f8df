package org.alongside.referral.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the directory of services comes from. */
@ConfigMapping(prefix = "alongside.directory")
public interface DirectoryConfig {

    /**
     * Whether the demo directory (six invented organizations) is loaded at the start. Default: false; true in the profile
     * {@code local}.
     */
    @WithDefault("false")
    boolean loadDemo();
}
