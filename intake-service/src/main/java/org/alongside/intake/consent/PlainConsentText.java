package org.alongside.intake.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import org.alongside.intake.consent.api.ConsentTextView;

/** Writes a consent text to the byte as its hash is of. */
@Provider
@Produces(MediaType.TEXT_PLAIN)
public class PlainConsentText implements MessageBodyWriter<ConsentTextView> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ConsentTextView.class;
    }

    @Override
    public void writeTo(ConsentTextView consent, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(consent.text().plain().getBytes(UTF_8));
    }
}
