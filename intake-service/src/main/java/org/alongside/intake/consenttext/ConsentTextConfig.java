package org.alongside.intake.consenttext;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** In which languages clients read what they are asked to agree to. */
@ConfigMapping(prefix = "alongside.consent-texts")
interface ConsentTextConfig {

    /** Languages of the texts that come with the service, as BCP 47 tags; the first is used when none of those wanted is there. */
    @WithDefault("en,es")
    List<String> languages();

    /**
     * Folder with texts of this installation, read at the start: files {@code <BCP 47 tag>.properties} in UTF-8 with all the keys of the
     * shipped ones. One of a language that is shipped takes its place. Default none.
     */
    Optional<Path> folder();
}
