package org.alongside.auditlog.note;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.alongside.auditlog.tree.TreeHasher;

/**
 * What a log says about itself: its name, how many entries it has, and the root of the tree over them. As text, a line each, the
 * root in base64.
 *
 * <p>
 * This log writes no extension lines, and a checkpoint with some is refused: nobody could check what they say.
 *
 * @param origin name of the log, not empty, for example {@code agency.example/alongside}
 * @param size   number of entries
 * @param root   32 bytes
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint, "Note text"</a>
 */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LINES = 3;

    /** @throws IllegalArgumentException when a value is out of its range */
    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n") || size < 0 || root.length != TreeHasher.BYTES) {
            throw new IllegalArgumentException("A checkpoint has an origin of one line, a size and a root of 32 bytes");
        }
    }

    /** @throws IllegalArgumentException when {@link #text} gives no such text */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            throw new IllegalArgumentException("A checkpoint is three lines: origin, size, root");
        }
        if (!SIZE.matcher(lines[1]).matches()) {
            throw new IllegalArgumentException("The size of the checkpoint is not a number in decimal: " + lines[1]);
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Encoding.base64(lines[2]));
    }

    /** To be signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Encoding.base64(root) + "\n";
    }

    /**
     * Signed by its log.
     *
     * @param keys one, or both while keys are being changed
     * @param now  for keys that sign with a time
     */
    public SignedNote sign(List<SignerKey> keys, Instant now) {
        SignedNote note = new SignedNote(text(), List.of());
        for (SignerKey key : keys) {
            note = note.with(key.sign(note.textBytes(), now));
        }
        return note;
    }

    /** The same size and root of the same log. */
    public boolean sameAs(Checkpoint other) {
        return origin.equals(other.origin) && size == other.size && Arrays.equals(root, other.root);
    }

    @Override
    public String toString() {
        return "checkpoint of " + origin + " with " + size + " entries and root " + Encoding.base64(root);
    }
}
