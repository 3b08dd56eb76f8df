package org.alongside.referral.directory;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.alongside.referral.datapackage.DirectoryImport;
import org.alongside.referral.datapackage.api.ImportView;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Loads the demo directory at the start, all of it or nothing. Loading it again changes nothing. */
@ApplicationScoped
class DemoDirectory {

    private static final Logger LOG = Logger.getLogger(DemoDirectory.class);
    private static final String FILE = "demo/directory.json";

    private final DirectoryConfig config;
    private final DirectoryImport imports;

    DemoDirectory(DirectoryConfig config, DirectoryImport imports) {
        this.config = config;
        this.imports = imports;
    }

    void start(@Observes StartupEvent started) {
        if (config.loadDemo()) {
            ImportView loaded = load();
            LOG.infof("The demo directory is loaded: %d rows are new, %d were changed", loaded.added(),
                    loaded.changed());
        }
    }

    ImportView load() {
        try (InputStream file = DemoDirectory.class.getClassLoader().getResourceAsStream(FILE)) {
            return imports.load("demo", "directory.json", "system", file);
        } catch (IOException failure) {
            throw new IllegalStateException("The demo directory " + FILE + " cannot be read from the class path",
                    failure);
        }
    }
}
