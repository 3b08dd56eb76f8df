package org.alongside.auditlog.note;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which log an auditor expects and whom they believe about it.
 *
 * <p>
 * As text, a line each; empty lines and those that start with {@code #} say nothing:
 *
 * <pre>
 * origin &lt;name of the log&gt;
 * key &lt;vkey&gt; [from &lt;size&gt;] [until &lt;size&gt;]
 * witness &lt;vkey&gt;
 * quorum &lt;how many of the witnesses must have cosigned, 0 unless said&gt;
 * </pre>
 *
 * @param origin    of the log
 * @param keys      of the log, at least one
 * @param witnesses keys of type {@link KeyType#COSIGNATURE}
 * @param quorum    how many of the witnesses must have cosigned
 */
public record Trust(String origin, List<LogKey> keys, List<VerifierKey> witnesses, int quorum) {

    private static final Pattern KEY = Pattern
            .compile("(?<vkey>\\S+)(?: from (?<from>[0-9]{1,18}))?(?: until (?<until>[0-9]{1,18}))?");

    /** @throws IllegalArgumentException when a checkpoint could never satisfy it */
    public Trust {
        if (origin.isEmpty() || keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "Say which log it is (a line 'origin') and which key signs it (a line 'key')");
        }
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException(
                    "A quorum of " + quorum + " cannot be had from " + witnesses.size() + " witnesses");
        }
        if (witnesses.stream().anyMatch(key -> key.type() != KeyType.COSIGNATURE)) {
            throw new IllegalArgumentException("A witness has a key for cosignatures, of type 4");
        }
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
    }

    /** @throws IllegalArgumentException when a line cannot be read; the message names it */
    public static Trust parse(String text) {
        String origin = "";
        List<LogKey> keys = new ArrayList<>();
        List<VerifierKey> witnesses = new ArrayList<>();
        int quorum = 0;
        for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList()) {
            String[] parts = (line + " ").split(" ", 2);
            String value = parts[1].strip();
            switch (parts[0]) {
                case "origin" -> origin = value;
                case "key" -> keys.add(logKey(value));
                case "witness" -> witnesses.add(VerifierKey.parse(value));
                case "quorum" -> quorum = Integer.parseInt(value);
                default ->
                    throw new IllegalArgumentException("A line starts with origin, key, witness or quorum: " + line);
            }
        }
        return new Trust(origin, keys, witnesses, quorum);
    }

    private static LogKey logKey(String value) {
        Matcher parts = KEY.matcher(value);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A key is <vkey> [from <size>] [until <size>]: " + value);
        }
        return new LogKey(VerifierKey.parse(parts.group("vkey")), size(parts.group("from"), 0),
                size(parts.group("until"), Long.MAX_VALUE));
    }

    private static long size(String text, long otherwise) {
        return text == null ? otherwise : Long.parseLong(text);
    }

    /**
     * The checkpoint in a note, when it is of this log, signed by every key of the log for its size, and cosigned by enough
     * witnesses. Signatures of unknown keys count for nothing and do no harm.
     *
     * @throws UntrustedNote otherwise; also when a known key's signature is wrong, even if there are enough others
     */
    public Checkpoint open(SignedNote note) throws UntrustedNote {
        Checkpoint checkpoint = openSigned(note);
        long cosigned = 0;
        for (VerifierKey witness : witnesses) {
            cosigned += signed(note, witness) ? 1 : 0;
        }
        if (cosigned < quorum) {
            throw new UntrustedNote(
                    "Only " + cosigned + " of the " + quorum + " witnesses that must have seen the checkpoint with "
                            + checkpoint.size() + " entries cosigned it");
        }
        return checkpoint;
    }

    /** As {@link #open}, whatever witnesses say: what a witness itself has to check. */
    public Checkpoint openSigned(SignedNote note) throws UntrustedNote {
        Checkpoint checkpoint = checkpoint(note);
        if (!checkpoint.origin().equals(origin)) {
            throw new UntrustedNote("The checkpoint is of the log " + checkpoint.origin() + ", not of " + origin);
        }
        List<LogKey> signers = keys.stream().filter(key -> key.signs(checkpoint.size())).toList();
        if (signers.isEmpty()) {
            throw new UntrustedNote("No key is known that signs a log of " + checkpoint.size() + " entries");
        }
        for (LogKey signer : signers) {
            if (!signed(note, signer.key())) {
                throw new UntrustedNote(
                        "The checkpoint with " + checkpoint.size() + " entries is not signed with the log's key "
                                + signer.key());
            }
        }
        return checkpoint;
    }

    private static Checkpoint checkpoint(SignedNote note) throws UntrustedNote {
        try {
            return Checkpoint.parse(note.text());
        } catch (IllegalArgumentException e) {
            throw new UntrustedNote(e.getMessage());
        }
    }

    /** C2SP signed-note, "Signatures": a wrong signature of a known key makes the whole note worthless. */
    private static boolean signed(SignedNote note, VerifierKey key) throws UntrustedNote {
        List<NoteSignature> named = note.signatures().stream().filter(key::named).toList();
        byte[] text = note.textBytes();
        if (!named.stream().allMatch(signature -> key.verifies(text, signature))) {
            throw new UntrustedNote(
                    "The signature of " + key.name() + " under the checkpoint is wrong: text or signature was changed");
        }
        return !named.isEmpty();
    }
}
