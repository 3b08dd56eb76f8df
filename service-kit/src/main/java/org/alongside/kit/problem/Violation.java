package org.alongside.kit.problem;

/**
 * One broken rule of an input. Never holds the value that was sent: it may be personal data.
 *
 * @param field JSON Pointer (RFC 6901) into the body, or {@code query:name}, {@code path:name}, {@code header:name}
 * @param code kebab-case name of the rule, for programs
 * @param message what the rule asks for, for people
 */
public record Violation(String field, String code, String message) {

    public static Violation ofType(String field, String expected) {
        return new Violation(field, "wrong-type", "expected " + expected);
    }

    public static Violation ofQuery(String parameter, String code, String message) {
        return new Violation("query:" + parameter, code, message);
    }

    public static Violation ofHeader(String header, String code, String message) {
        return new Violation("header:" + header, code, message);
    }
}
