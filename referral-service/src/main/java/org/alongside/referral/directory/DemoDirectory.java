package org.alongside.referral.directory;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.alongside.kit.system.SystemWork;
import org.alongside.referral.directory.api.ServicesChanged;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

/** Loads the demo directory at the start, all of it or nothing. Loading it again changes nothing. */
@ApplicationScoped
class DemoDirectory {

    private static final Logger LOG = Logger.getLogger(DemoDirectory.class);
    private static final String FILE = "demo/directory.json";

    private final DirectoryConfig config;
    private final DemoDirectoryLoad load;

    DemoDirectory(DirectoryConfig config, DemoDirectoryLoad load) {
        this.config = config;
        this.load = load;
    }

    void start(@Observes StartupEvent started) {
        if (config.loadDemo()) {
            LOG.infof("The demo directory is loaded: %d rows", load.run());
        }
    }

    /** A bean of its own, because a call within a bean opens no context. */
    @ApplicationScoped
    static class DemoDirectoryLoad {

        private final DirectoryRepository directory;
        private final Event<ServicesChanged> changed;
        private final ObjectMapper json;

        DemoDirectoryLoad(DirectoryRepository directory, Event<ServicesChanged> changed, ObjectMapper json) {
            this.directory = directory;
            this.changed = changed;
            this.json = json;
        }

        @SystemWork("directory-load")
        int run() {
            DirectoryRows rows = DirectoryRows.of(document());
            int stored = directory.store(rows);
            changed.fire(new ServicesChanged(rows.ids(DirectoryTable.SERVICE)));
            return stored;
        }

        private JsonNode document() {
            try (InputStream file = DemoDirectory.class.getClassLoader().getResourceAsStream(FILE)) {
                return json.readTree(file);
            } catch (IOException failure) {
                throw new IllegalStateException("The demo directory " + FILE + " cannot be read from the class path",
                        failure);
            }
        }
    }
}
