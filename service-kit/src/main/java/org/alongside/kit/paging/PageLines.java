package org.alongside.kit.paging;

import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

/** A page as lines, an item each ({@code application/x-ndjson}), for callers who ask for that; the next page stands in {@code Link}. */
public record PageLines(Page<?> page) {

    public static final String NDJSON = "application/x-ndjson";

    private static final List<Variant> FORMS = Variant
            .mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(NDJSON)).build();

    /** 200 in the form that the caller prefers, JSON when it does not say. */
    public static Response answer(Request request, Page<?> page) {
        Variant wanted = request.selectVariant(FORMS);
        boolean lines = wanted != null && wanted.getMediaType().isCompatible(MediaType.valueOf(NDJSON));
        return lines ? Response.ok(new PageLines(page), NDJSON).build() : Response.ok(page).build();
    }
}
