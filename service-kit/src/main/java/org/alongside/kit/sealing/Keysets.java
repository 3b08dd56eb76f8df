package org.alongside.kit.sealing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.alongside.kit.sealing.MasterKeys.Name;

import com.google.crypto.tink.KeysetHandle;

/** The keyset {@code key-encryption} of a keyset file, to be changed while no service looks. */
final class Keysets {

    private final KeyFile file;
    private final KeysetFile content;

    private Keysets(KeyFile file, KeysetFile content) {
        this.file = file;
        this.content = content;
    }

    static Keysets read(Path path) {
        KeyFile file = new KeyFile(path, "the path given");
        return new Keysets(file, KeysetFile.parse(file.read(), path));
    }

    /** A line for each key. */
    List<String> describe() {
        KeysetHandle keys = keys();
        return IntStream.range(0, keys.size()).mapToObj(keys::getAt).map(key -> Integer.toUnsignedString(key.getId())
                + (key.isPrimary() ? " wraps" : " opens")).toList();
    }

    /** @return its id */
    String add() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys());
        KeysetHandle.Builder.Entry added = KeysetHandle
                .generateEntryFromParameters(Name.KEY_ENCRYPTION.parameters()).withRandomId();
        KeysetHandle before = keys();
        write(Crypto.call(() -> builder.addEntry(added).build()));
        return IntStream.range(0, keys().size()).map(index -> keys().getAt(index).getId())
                .filter(id -> !has(before, id)).mapToObj(Integer::toUnsignedString).findFirst().orElseThrow();
    }

    void promote(int id) {
        require(id);
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys());
        builder.getAt(placeOf(id)).makePrimary();
        write(Crypto.call(builder::build));
    }

    /** @throws IllegalStateException when it is the one that wraps */
    void remove(int id) {
        require(id);
        if (keys().getPrimary().getId() == id) {
            throw new IllegalStateException("Key " + Integer.toUnsignedString(id)
                    + " wraps. Promote another, restart, and wait until all keys of clients are wrapped anew.");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys());
        builder.deleteAt(placeOf(id));
        write(Crypto.call(builder::build));
    }

    private void require(int id) {
        if (!has(keys(), id)) {
            throw new IllegalArgumentException(
                    "There is no key " + Integer.toUnsignedString(id) + ". There are: " + describe());
        }
    }

    private int placeOf(int id) {
        return IntStream.range(0, keys().size()).filter(index -> keys().getAt(index).getId() == id).findFirst()
                .orElseThrow();
    }

    private static boolean has(KeysetHandle keys, int id) {
        return IntStream.range(0, keys.size()).anyMatch(index -> keys.getAt(index).getId() == id);
    }

    private KeysetHandle keys() {
        return content.keyset(Name.KEY_ENCRYPTION);
    }

    private void write(KeysetHandle changed) {
        content.replace(Name.KEY_ENCRYPTION, changed);
        file.replace(content.text());
    }
}
