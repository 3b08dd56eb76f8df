package org.alongside.audit.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Under which name, and with which keys, the log signs what it says of itself. The same for all instances. */
@ConfigMapping(prefix = "alongside.log")
public interface CheckpointConfig {

    /**
     * Name of this log in its checkpoints, best a URL without scheme, for example {@code agency.example/alongside}. Auditors and
     * witnesses know the log by it: never changed.
     */
    String origin();

    /** Keys that sign, at least one. While keys are being changed two of them share some sizes. */
    List<Key> keys();

    /** Whether a missing key file is made with a new key. Default: false; refused in production. */
    @WithDefault("false")
    boolean createKeyIfAbsent();

    /** How often a checkpoint is signed while there is something new. Default: one second. Read where the timer is declared. */
    @WithDefault("1s")
    String checkpointEvery();

    /**
     * How long each checkpoint is kept. Of older ones the last of each hour stays, and what a witness cosigned. Default: one day.
     */
    @WithDefault("1D")
    Duration checkpointWindow();

    /** A key and the sizes of the log that it signs, as auditors have them in their trust files. */
    interface Key {

        /**
         * File with the key as text, an <i>skey</i> of Go's sumdb/note. It lies outside the database and its backups, and nobody but the
         * service's user may read it.
         */
        Path file();

        /** Smallest size of a checkpoint that it signs, in entries. Default: 0. */
        @WithDefault("0")
        long from();

        /** First size that it no longer signs, in entries. Default: none. */
        OptionalLong until();
    }
}
