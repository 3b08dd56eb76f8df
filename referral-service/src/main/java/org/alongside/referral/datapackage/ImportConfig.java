package org.alongside.referral.datapackage;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an import of the directory may take. An import beyond a limit is refused whole, and its report names the limit. */
@ConfigMapping(prefix = "alongside.directory.import")
public interface ImportConfig {

    /** Bytes of all files of an import together, unpacked. Default: 2147483648 (2 GiB). */
    @WithDefault("2147483648")
    long maxBytes();

    /** How many times longer a file of an archive may be unpacked than packed. Default: 200. Files below 1 MiB are not judged. */
    @WithDefault("200")
    int maxRatio();

    /** Files in an archive. Default: 200. */
    @WithDefault("200")
    int maxFiles();

    /** Characters of one row of a CSV file, or of one text in a JSON file. Default: 1000000. */
    @WithDefault("1000000")
    int maxRowLength();

    /** Values and objects in one document of a JSON file. Default: 200000. */
    @WithDefault("200000")
    int maxDocumentSize();

    /** Characters of all texts and names in one document of a JSON file, which is held in memory. Default: 10000000. */
    @WithDefault("10000000")
    long maxDocumentLength();

    /** Characters of one value; a longer one is left out and reported. Ids have 500 at most. Default: 100000. */
    @WithDefault("100000")
    int maxTextLength();

    /** Issues that are kept of an import; all are counted. Default: 10000. */
    @WithDefault("10000")
    int maxIssues();

    /** How long taking the rows over may last; longer, and it is undone. Default: 2 hours. */
    @WithDefault("PT2H")
    Duration maxTime();
}
