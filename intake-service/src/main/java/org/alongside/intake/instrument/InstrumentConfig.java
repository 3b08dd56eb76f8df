package org.alongside.intake.instrument;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which instruments can be used. */
@ConfigMapping(prefix = "alongside.instruments")
public interface InstrumentConfig {

    /**
     * Files in the folder {@code instruments} of the class path, without {@code .json}; named, because a packaged application
     * cannot list a folder. A version that was used stays in the list for as long as assessments rest on it. Default:
     * {@code core-needs}.
     */
    @WithDefault("core-needs")
    List<String> files();
}
