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

/** Writes {@link PageLines}. */
@Provider
@Produces(PageLines.NDJSON)
public class PageLinesWriter implements MessageBodyWriter<PageLines> {

    private final ObjectMapper json;

    PageLinesWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == PageLines.class;
    }

    @Override
    public void writeTo(PageLines lines, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        for (Object item : lines.page().items()) {
            out.write(json.writeValueAsBytes(item));
            out.write('\n');
        }
    }
}
