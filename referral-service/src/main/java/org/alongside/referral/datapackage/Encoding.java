package org.alongside.referral.datapackage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the characters of a file are written: by its byte order mark, else UTF-8 where all of it is, else Windows-1252, in which
 * spreadsheets save by default.
 */
enum Encoding {

    UTF_8(StandardCharsets.UTF_8), UTF_16(StandardCharsets.UTF_16), WINDOWS_1252(Charset.forName("windows-1252"));

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    static Encoding of(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(2);
            int mark = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
            if (mark == 0xFEFF || mark == 0xFFFE) {
                return UTF_16;
            }
        }
        return isUtf8(file) ? UTF_8 : WINDOWS_1252;
    }

    /** Without a byte order mark. */
    Reader open(SourceFile file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(file.open(), charset));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static boolean isUtf8(SourceFile file) throws IOException {
        var strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(file.open(), strict)) {
            char[] buffer = new char[8192];
            while (reader.read(buffer) >= 0) {
                // only whether it can be read
            }
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
