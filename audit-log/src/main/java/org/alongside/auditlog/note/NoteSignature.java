package org.alongside.auditlog.note;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature line of a note: {@code — <name> <base64 of key id and signature>}.
 *
 * @param name  of the key
 * @param keyId first four bytes of what is written
 * @param bytes signature, as the type of the key has it
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Format"</a>
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final Pattern LINE = Pattern.compile("\u2014 (?<name>[^ ]+) (?<signature>[A-Za-z0-9+/]+={0,2})");

    /** @throws IllegalArgumentException when the line, without its line feed, is no signature line */
    public static NoteSignature parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a signature line: " + line);
        }
        ByteBuffer in = ByteBuffer.wrap(Encoding.base64(parts.group("signature")));
        if (in.remaining() <= Integer.BYTES) {
            throw new IllegalArgumentException("The signature of " + parts.group("name") + " is too short");
        }
        int keyId = in.getInt();
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return new NoteSignature(Encoding.keyName(parts.group("name")), keyId, bytes);
    }

    /** Without a line feed. */
    @Override
    public String toString() {
        byte[] idAndBytes = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
        return "\u2014 " + name + " " + Encoding.base64(idAndBytes);
    }
}
