package org.alongside.audit.checkpoint;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.alongside.audit.checkpoint.CheckpointConfig.Key;
import org.alongside.auditlog.note.KeyType;
import org.alongside.auditlog.note.LogKey;
import org.alongside.auditlog.note.SignerKey;
import org.alongside.kit.sealing.KeyFile;

import io.quarkus.runtime.Startup;

/**
 * The keys that sign this log. Which of them sign a checkpoint follows from its size alone, so that all instances sign alike and an
 * auditor knows which signatures to expect.
 */
@Singleton
@Startup
public class LogKeys {

    private final List<Signer> signers;

    private record Signer(SignerKey key, LogKey range) {}

    @Inject
    LogKeys(CheckpointConfig config) {
        this.signers = config.keys().stream().map(key -> signer(key, config)).toList();
    }

    private static Signer signer(Key key, CheckpointConfig config) {
        SignerKey signer = read(key, config);
        if (!signer.verifier().name().equals(config.origin())) {
            throw new IllegalStateException("The key in " + key.file() + " is that of " + signer.verifier().name()
                    + ", not of this log, " + config.origin() + ". Check alongside.log.origin and alongside.log.keys.");
        }
        return new Signer(signer, new LogKey(signer.verifier(), key.from(), key.until().orElse(Long.MAX_VALUE)));
    }

    private static SignerKey read(Key key, CheckpointConfig config) {
        KeyFile file = new KeyFile(key.file(), "alongside.log.keys");
        if (!file.exists()) {
            if (!config.createKeyIfAbsent()) {
                throw new IllegalStateException("There is no key file at " + key.file().toAbsolutePath()
                        + ". Put the log's signing key there (mode 600; restore it from where keys are kept), or, for a new"
                        + " and empty installation only, start once with alongside.log.create-key-if-absent=true.");
            }
            file.create(SignerKey.generate(config.origin(), KeyType.ED25519).secret() + "\n");
        }
        return SignerKey.parse(file.read().strip());
    }

    /**
     * Those that sign a checkpoint of that size.
     *
     * @throws IllegalStateException when none does
     */
    List<SignerKey> signing(long size) {
        List<SignerKey> signing = signers.stream().filter(signer -> signer.range().signs(size)).map(Signer::key)
                .toList();
        if (signing.isEmpty()) {
            throw new IllegalStateException("No key of alongside.log.keys signs a log of " + size
                    + " entries: no checkpoint can be made. Extend the range of a key or add one.");
        }
        return signing;
    }

    /** Public halves, with the sizes that they sign. */
    public List<LogKey> known() {
        return signers.stream().map(Signer::range).toList();
    }
}
