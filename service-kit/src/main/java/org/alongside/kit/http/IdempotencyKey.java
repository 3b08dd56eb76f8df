package org.alongside.kit.http;

import java.util.Optional;
import java.util.regex.Pattern;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/**
 * The value of an {@code Idempotency-Key} header: 1 to 255 visible ASCII characters, bare or as a quoted string of structured
 * fields; both forms of one key are the same key.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP Header
 *      Field</a>
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

    /**
     * @param header null when absent
     * @throws Problem {@code invalid-input} when it is no such value
     */
    static Optional<IdempotencyKey> parse(String header) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.startsWith("\"") ? unquote(header) : header;
        if (!VISIBLE.matcher(value).matches()) {
            throw refusal();
        }
        return Optional.of(new IdempotencyKey(value));
    }

    private static String unquote(String header) {
        if (!QUOTED.matcher(header).matches()) {
            throw refusal();
        }
        return ESCAPE.matcher(header.substring(1, header.length() - 1)).replaceAll("$1");
    }

    private static Problem refusal() {
        return Problem.invalid(Violation.ofHeader(HEADER, "malformed", "expected 1 to 255 visible ASCII characters"));
    }
}
