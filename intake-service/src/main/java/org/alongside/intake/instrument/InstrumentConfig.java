package org.alongside.intake.instrument;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which instruments come with the service. */
@ConfigMapping(prefix = "alongside.instruments")
public interface InstrumentConfig {

    /**
     * Files in the folder {@code instruments} of the class path, without {@code .json}, that are stored at the start; named,
     * because a packaged application cannot list a folder. What is stored stays when it is taken from the list. Default: all three
     * that come with the suite.
     */
    @WithDefault("core-needs,self-sufficiency,safety-screen")
    List<String> files();
}
