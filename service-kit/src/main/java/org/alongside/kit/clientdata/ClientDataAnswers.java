package org.alongside.kit.clientdata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.alongside.kit.agency.AgencyDirectory;
import org.alongside.kit.print.HtmlPage;
import org.alongside.kit.print.PrintedPages;
import org.alongside.kit.print.Words;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers with a client's data in the form that was asked for: JSON for machines, a page of HTML for people. No cache keeps either. */
@ApplicationScoped
public class ClientDataAnswers {

    private static final String WORDS = "/org/alongside/kit/clientdata/words_";

    private final ObjectMapper json;
    private final AgencyDirectory agencies;

    ClientDataAnswers(ObjectMapper json, AgencyDirectory agencies) {
        this.json = json;
        this.agencies = agencies;
    }

    /** @param language of the page, BCP 47; English when there is none of it, and for {@code null} */
    public Response of(ClientData data, String language, Request request) {
        Variant wanted = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE).build());
        return wanted != null && wanted.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)
                ? page(data, Words.closest(language, WORDS))
                : Response.ok(data, MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    private Response page(ClientData data, Words words) {
        String html = new ClientDataPage(words, agencies).of(data.format(), json.valueToTree(data));
        Response answer = PrintedPages.answer(new HtmlPage(html, data.views()));
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, words.tag());
        return answer;
    }
}
