package org.alongside.auditlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text with signatures. That it could be read says nothing about whether they are right: see {@link Trust}.
 *
 * @param text       ends with a line feed
 * @param signatures in the order of the note
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Format"</a>
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Longest note that is read; room for hundreds of witnesses. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String BLANK_LINE = "\n\n";

    /** @throws IllegalArgumentException when the text cannot be one of a note */
    public SignedNote {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException(
                    "The text of a note ends with a line feed and has no other control character");
        }
        signatures = List.copyOf(signatures);
    }

    /** @throws IllegalArgumentException when {@link #bytes} gives no such bytes for any note, or it has no signature */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("The note is longer than " + MAX_BYTES + " bytes");
        }
        String note = decode(bytes);
        int blank = note.lastIndexOf(BLANK_LINE);
        if (blank < 0 || !note.endsWith("\n") || blank + BLANK_LINE.length() == note.length()) {
            throw new IllegalArgumentException("The note has no text, blank line and signature lines");
        }
        String[] lines = note.substring(blank + BLANK_LINE.length(), note.length() - 1).split("\n", -1);
        return new SignedNote(note.substring(0, blank + 1), Arrays.stream(lines).map(NoteSignature::parse).toList());
    }

    /** The note with one more signature at its end. */
    public SignedNote with(NoteSignature signature) {
        return new SignedNote(text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /** What is signed. */
    public byte[] textBytes() {
        return text.getBytes(UTF_8);
    }

    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String decode(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The note is not UTF-8", e);
        }
    }
}
