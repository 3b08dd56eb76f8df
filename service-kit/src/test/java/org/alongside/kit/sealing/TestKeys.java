package org.alongside.kit.sealing;

import java.nio.file.Path;

/** Real keys for a test, in a file of its own. */
public final class TestKeys {

    private TestKeys() {}

    public static MasterKeys in(Path folder) {
        return new MasterKeys(config(folder.resolve("keys.json"), true));
    }

    static SealingConfig config(Path file, boolean create) {
        return new SealingConfig() {
            @Override
            public Path keysetFile() {
                return file;
            }

            @Override
            public boolean createKeysetIfAbsent() {
                return create;
            }
        };
    }
}
