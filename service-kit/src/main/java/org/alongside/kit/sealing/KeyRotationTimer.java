package org.alongside.kit.sealing;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

@ApplicationScoped
class KeyRotationTimer {

    private static final Logger LOG = Logger.getLogger(KeyRotationTimer.class);

    private final KeyRotation rotation;
    private final MasterKeys master;

    KeyRotationTimer(KeyRotation rotation, MasterKeys master) {
        this.rotation = rotation;
        this.master = master;
    }

    /** The message is what an operator waits for before the older key is removed; see the guide for operators. */
    @Scheduled(every = "1m", delayed = "10s", identity = "key-rotation", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void wrapAll() {
        long wrapped = 0;
        int some = rotation.wrapSome();
        while (some > 0) {
            wrapped += some;
            some = rotation.wrapSome();
        }
        if (wrapped > 0) {
            LOG.infof("%d keys of clients were wrapped anew under key %d of the keyset key-encryption", wrapped,
                    master.primaryKeyEncryptionId());
        }
    }
}
