package org.alongside.kit.paging;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes a page as lines, an item each, for callers who ask for {@code application/x-ndjson}; the next page stands in {@code Link}. */
@Provider
@Produces(NdjsonPageWriter.NDJSON)
public class NdjsonPageWriter implements MessageBodyWriter<Page<?>> {

    public static final String NDJSON = "application/x-ndjson";

    private final ObjectMapper json;

    NdjsonPageWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Page<?> page, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        for (Object item : page.items()) {
            out.write(json.writeValueAsBytes(item));
            out.write('\n');
        }
    }
}
