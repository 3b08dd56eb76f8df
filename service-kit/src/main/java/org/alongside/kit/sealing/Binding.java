package org.alongside.kit.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes of several texts in which no two lists of texts look alike: each is preceded by its length. */
public final class Binding {

    private Binding() {}

    public static byte[] of(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).array());
            bytes.writeBytes(encoded);
        }
        return bytes.toByteArray();
    }
}
