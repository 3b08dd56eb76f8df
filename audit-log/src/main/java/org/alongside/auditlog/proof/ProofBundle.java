package org.alongside.auditlog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.alongside.auditlog.LeafHash;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.note.UntrustedNote;
import org.alongside.auditlog.tree.InclusionProof;
import org.alongside.auditlog.tree.TreeHasher;

/**
 * Proof that an entry is in the log, to keep and to verify without the log: a file that ends in {@code .tlog-proof}.
 *
 * <p>
 * Lines: {@code c2sp.org/tlog-proof@v1}, {@code extra <base64>} if there is some, {@code index <number>}, the hashes of the path in
 * base64, an empty line, the checkpoint with its signatures as the log published it.
 *
 * @param extra      whatever its maker added; not proved by anything
 * @param index      number of the entry
 * @param path       as in {@link InclusionProof}
 * @param checkpoint whose size and root the path leads to
 * @see <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof</a>
 */
public record ProofBundle(Optional<byte[]> extra, long index, List<byte[]> path, SignedNote checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Base64.Decoder DECODER = Base64.getDecoder();
    /** No path is longer: a tree has fewer than 2 to the power of 63 entries. */
    private static final int MAX_PATH = 63;

    public ProofBundle {
        path = List.copyOf(path);
    }

    public static ProofBundle of(InclusionProof proof, SignedNote checkpoint) {
        return new ProofBundle(Optional.empty(), proof.index(), proof.path(), checkpoint);
    }

    /** @throws IllegalArgumentException when {@link #bytes} gives no such bytes for any proof */
    public static ProofBundle parse(byte[] bytes) {
        ProofBundle proof = read(new String(bytes, UTF_8));
        if (!Arrays.equals(proof.bytes(), bytes)) {
            throw new IllegalArgumentException("The proof is not written in the one way that it can be");
        }
        return proof;
    }

    private static ProofBundle read(String text) {
        int blank = Math.max(text.indexOf("\n\n"), 0);
        Deque<String> lines = new ArrayDeque<>(List.of(text.substring(0, blank).split("\n")));
        if (!FIRST.equals(lines.poll())) {
            throw new IllegalArgumentException("The proof does not start with " + FIRST);
        }
        Optional<byte[]> extra = value(lines, EXTRA).map(DECODER::decode);
        String index = value(lines, INDEX).filter(NUMBER.asMatchPredicate())
                .orElseThrow(() -> new IllegalArgumentException("The proof has no line 'index' with a number"));
        SignedNote checkpoint = SignedNote.parse(text.substring(blank + 2).getBytes(UTF_8));
        return new ProofBundle(extra, Long.parseLong(index), path(lines), checkpoint);
    }

    private static Optional<String> value(Deque<String> lines, String name) {
        return lines.isEmpty() || !lines.peek().startsWith(name)
                ? Optional.empty()
                : Optional.of(lines.poll().substring(name.length()));
    }

    private static List<byte[]> path(Deque<String> lines) {
        List<byte[]> path = lines.stream().map(DECODER::decode).toList();
        if (path.size() > MAX_PATH || path.stream().anyMatch(hash -> hash.length != TreeHasher.BYTES)) {
            throw new IllegalArgumentException(
                    "The path of the proof is not at most " + MAX_PATH + " hashes of 32 bytes");
        }
        return path;
    }

    /**
     * The checkpoint that the entry is proved to be under.
     *
     * @param entry bytes of the entry
     * @throws UntrustedNote            when the checkpoint is not to be believed
     * @throws IllegalArgumentException when the entry is not what stands at that place of that log
     */
    public Checkpoint verify(byte[] entry, Trust trust) throws UntrustedNote {
        Checkpoint proved = trust.open(checkpoint);
        if (!new InclusionProof(index, proved.size(), path).proves(LeafHash.of(entry), proved.root())) {
            throw new IllegalArgumentException("These bytes are not entry " + index + " of the " + proved
                    + ": the entry or the proof was changed");
        }
        return proved;
    }

    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        extra.ifPresent(bytes -> text.append(EXTRA).append(base64(bytes)).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(base64(hash)).append('\n'));
        return text.append('\n').append(checkpoint).toString().getBytes(UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
