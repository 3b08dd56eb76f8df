package org.alongside.auditlog.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Reads JSON from bytes from the front to the back, without making objects of what nobody asks for: a log has millions of entries.
 * Whatever is not exactly JSON is an {@link IllegalArgumentException} that names the position.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonScanner {

    private static final int MAX_DEPTH = 64;
    private static final byte[][] LITERALS = {"true".getBytes(UTF_8), "false".getBytes(UTF_8), "null".getBytes(UTF_8)};

    private final byte[] json;
    private final int end;
    private int at;
    private int depth;

    /** @param json holds one JSON value from {@code from} on */
    public JsonScanner(byte[] json, int from, int end) {
        this.json = json;
        this.end = end;
        this.at = from;
    }

    /** Position of the next value; after it, where the value ended. */
    public int position() {
        skipSpace();
        return at;
    }

    /** Enters the object that must stand here. */
    public void beginObject() {
        begin('{');
    }

    /** Enters the array that must stand here. */
    public void beginArray() {
        begin('[');
    }

    /** Whether the object or array just entered has anything in it; leaves it when not. */
    public boolean first(char closing) {
        skipSpace();
        return !leaves(closing);
    }

    /** Behind a value: whether another follows; leaves the object or array when not. */
    public boolean next(char closing) {
        skipSpace();
        if (leaves(closing)) {
            return false;
        }
        expect(',');
        return true;
    }

    /** Name of the member, with its colon. */
    public String name() {
        String name = text();
        skipSpace();
        expect(':');
        return name;
    }

    /**
     * Name of the member, with its colon, as its place in a list, or -1.
     *
     * @param known ASCII, none empty
     */
    public int name(byte[][] known) {
        skipSpace();
        int from = at + 1;
        boolean escaped = skipString();
        int to = at - 1;
        skipSpace();
        expect(':');
        return escaped ? find(known, decode(from, to).getBytes(UTF_8)) : find(known, from, to);
    }

    /** The string that must stand here. */
    public String text() {
        skipSpace();
        int from = at + 1;
        return skipString() ? decode(from, at - 1) : new String(json, from, at - 1 - from, UTF_8);
    }

    /** Whether the value here is {@code null}; passes it when it is. */
    public boolean isNull() {
        skipSpace();
        if (at < end && json[at] == 'n') {
            skip();
            return true;
        }
        return false;
    }

    /** The whole number that must stand here. */
    public long integer() {
        int from = position();
        skip();
        try {
            return Long.parseLong(new String(json, from, at - from, UTF_8));
        } catch (NumberFormatException e) {
            throw fault("a whole number");
        }
    }

    /** Passes the value that stands here, whatever it is. */
    public void skip() {
        skipSpace();
        switch (peek()) {
            case '{' -> skipObject();
            case '[' -> skipArray();
            case '"' -> skipString();
            case 't', 'f', 'n' -> skipLiteral();
            default -> skipNumber();
        }
    }

    /** Nothing may follow. */
    public void end() {
        skipSpace();
        if (at != end) {
            throw fault("the end");
        }
    }

    private void skipObject() {
        beginObject();
        for (boolean more = first('}'); more; more = next('}')) {
            skipSpace();
            skipString();
            skipSpace();
            expect(':');
            skip();
        }
    }

    private void skipArray() {
        beginArray();
        for (boolean more = first(']'); more; more = next(']')) {
            skip();
        }
    }

    private void begin(char opening) {
        skipSpace();
        expect(opening);
        if (++depth > MAX_DEPTH) {
            throw fault("less depth");
        }
    }

    private boolean leaves(char closing) {
        if (peek() != closing) {
            return false;
        }
        at++;
        depth--;
        return true;
    }

    /** True when it has escapes. */
    private boolean skipString() {
        expect('"');
        boolean escaped = false;
        while (true) {
            skipPlain();
            if (peek() == '"') {
                at++;
                return escaped;
            }
            if (json[at] != '\\') {
                throw fault("no control character");
            }
            escaped = true;
            skipEscape();
            at++;
        }
    }

    /** Up to a quote, a backslash, a control character or the end. */
    private void skipPlain() {
        int here = at;
        while (here < end && json[here] != '"' && json[here] != '\\' && (json[here] & 0xE0) != 0) {
            here++;
        }
        at = here;
    }

    /** Up to its last byte. */
    private void skipEscape() {
        at++;
        if (peek() == 'u') {
            for (int digit = 0; digit < 4; digit++) {
                at++;
                if (Character.digit(peek(), 16) < 0) {
                    throw fault("four hex digits");
                }
            }
        } else if ("\"\\/bfnrt".indexOf(peek()) < 0) {
            throw fault("an escape");
        }
    }

    private void skipLiteral() {
        for (byte[] literal : LITERALS) {
            int to = at + literal.length;
            if (to <= end && Arrays.equals(json, at, to, literal, 0, literal.length)) {
                at = to;
                return;
            }
        }
        throw fault("true, false or null");
    }

    private void skipNumber() {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            skipDigits();
        }
        if (at < end && json[at] == '.') {
            at++;
            skipDigits();
        }
        if (at < end && (json[at] | 0x20) == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            skipDigits();
        }
    }

    private void skipDigits() {
        int from = at;
        while (at < end && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw fault("a value");
        }
    }

    private String decode(int from, int to) {
        StringBuilder text = new StringBuilder();
        String raw = new String(json, from, to - from, UTF_8);
        for (int i = 0; i < raw.length(); i++) {
            char here = raw.charAt(i);
            if (here != '\\') {
                text.append(here);
            } else if (raw.charAt(++i) == 'u') {
                text.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                text.append("\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(raw.charAt(i))));
            }
        }
        return text.toString();
    }

    private int find(byte[][] known, int from, int to) {
        int length = to - from;
        for (int i = 0; i < known.length; i++) {
            byte[] name = known[i];
            // cheap tests first: this runs for every member of every entry
            if (name.length == length && name[0] == json[from] && Arrays.equals(json, from, to, name, 0, length)) {
                return i;
            }
        }
        return -1;
    }

    private static int find(byte[][] known, byte[] name) {
        for (int i = 0; i < known.length; i++) {
            if (Arrays.equals(known[i], name)) {
                return i;
            }
        }
        return -1;
    }

    private void skipSpace() {
        while (at < end && (json[at] == ' ' || json[at] == '\n' || json[at] == '\t' || json[at] == '\r')) {
            at++;
        }
    }

    private char peek() {
        if (at >= end) {
            throw fault("more");
        }
        return (char) (json[at] & 0xFF);
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw fault("'" + expected + "'");
        }
        at++;
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException("Not JSON: " + expected + " expected at byte " + at);
    }
}
