package org.alongside.auditlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values from Python's hashlib: {@code sha256(b"\0" + entry).hexdigest()}. */
class LeafHashTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The one that RFC 6962 implementations publish for the empty leaf. */
    @Test
    void ofNothing() {
        assertEquals("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                HEX.formatHex(LeafHash.of(new byte[0])));
    }

    @ParameterizedTest
    @CsvSource({
            "2f616c6f6e67736964652f696e74616b6520312034320a7b226964223a2230313932227d, "
                    + "f992e9af33b601ee7c69613c9e3c474a0d770a22214427ce6bb4b56f3e27ec47",
            "2f616c6f6e67736964652f696e74616b65203020393232333337323033363835343737353830370a00ff0a20, "
                    + "43a9c15d9f13e2182986045b94fb442f9c8038befcd1a413a5c3bf79add29529"})
    void ofAnEntry(String entry, String expected) {
        assertEquals(expected, HEX.formatHex(LeafHash.of(HEX.parseHex(entry))));
    }
}
