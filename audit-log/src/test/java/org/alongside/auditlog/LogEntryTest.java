package org.alongside.auditlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogEntryTest {

    private static final byte[] PAYLOAD = "{\"id\":\"0192\"}".getBytes(UTF_8);

    @Test
    void isAHeaderLineAndThePayload() {
        assertArrayEquals(
                HexFormat.of().parseHex("2f616c6f6e67736964652f696e74616b6520312034320a7b226964223a2230313932227d"),
                LogEntry.of("/alongside/intake", 1, 42, PAYLOAD).bytes());
    }

    @Test
    void keepsAPayloadOfAnyBytes() {
        byte[] payload = {0, (byte) 0xFF, '\n', ' '};
        LogEntry parsed = LogEntry.parse(LogEntry.of("/alongside/intake", 0, Long.MAX_VALUE, payload).bytes());
        assertEquals("/alongside/intake", parsed.source());
        assertEquals(0, parsed.epoch());
        assertEquals(Long.MAX_VALUE, parsed.sequence());
        assertArrayEquals(payload, parsed.payload());
    }

    @Test
    void cannotBeChangedFromOutside() {
        byte[] bytes = LogEntry.of("s", 1, 1, PAYLOAD).bytes();
        LogEntry entry = LogEntry.parse(bytes);
        bytes[0] = 'x';
        entry.bytes()[0] = 'y';
        assertEquals('s', entry.bytes()[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s 1 1", "\n", "s 1\n", " 1 1\n", "s  1 1\n", "s 1 1 \n", "s 1 1\r\n", "s 1 0\n",
            "s 1 01\n",
            "s 01 1\n", "s -1 1\n", "s +1 1\n", "s 1 -1\n", "s 2147483648 1\n", "s 1 9223372036854775808\n", "s x 1\n",
            "a b 1 1\n", "\u0000 1 1\n", "s\u007f 1 1\n", "\u00e9 1 1\n", "s \u0661 1\n"})
    void refusesAHeaderThatIsNotExactlyOne(String entry) {
        assertThrows(IllegalArgumentException.class, () -> LogEntry.parse(entry.getBytes(UTF_8)));
        assertThrows(IllegalArgumentException.class, () -> LogEntry.parse(entry.getBytes(ISO_8859_1)));
    }

    @Test
    void refusesValuesThatItCouldNotReadBack() {
        assertThrows(IllegalArgumentException.class, () -> LogEntry.of("", 1, 1, PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> LogEntry.of("a b", 1, 1, PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> LogEntry.of("a\nb", 1, 1, PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> LogEntry.of("s".repeat(201), 1, 1, PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> LogEntry.of("s", -1, 1, PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> LogEntry.of("s", 1, 0, PAYLOAD));
    }

    @Test
    void isAtMostAsLongAsTheBundlesOfTheLogCanHold() {
        byte[] longest = new byte[LogEntry.MAX_BYTES - "s 1 1\n".length()];
        assertEquals(LogEntry.MAX_BYTES, LogEntry.parse(LogEntry.of("s", 1, 1, longest).bytes()).bytes().length);
        assertThrows(IllegalArgumentException.class, () -> LogEntry.of("s", 1, 1, new byte[longest.length + 1]));
        byte[] tooLong = new byte[LogEntry.MAX_BYTES + 1];
        System.arraycopy("s 1 1\n".getBytes(UTF_8), 0, tooLong, 0, 6);
        assertThrows(IllegalArgumentException.class, () -> LogEntry.parse(tooLong));
    }
}
