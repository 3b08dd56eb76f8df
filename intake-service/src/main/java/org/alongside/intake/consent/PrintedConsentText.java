package org.alongside.intake.consent;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.alongside.intake.consent.api.ConsentTextView;
import org.alongside.intake.consenttext.ConsentTexts;
import org.alongside.kit.print.HtmlPage;
import org.alongside.kit.print.PrintedPages;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** A consent text on paper, with room for the answer. */
@ApplicationScoped
class PrintedConsentText {

    private final Template page;
    private final ConsentTexts texts;

    PrintedConsentText(@Location("consent-text/page.html") Template page, ConsentTexts texts) {
        this.page = page;
        this.texts = texts;
    }

    Response answer(ConsentTextView consent) {
        String language = consent.text().language();
        String html = page.data("consent", consent).data("words", texts.words(language))
                .data("direction", ConsentTexts.direction(language)).data("style", PrintedPages.style()).render();
        Response answer = PrintedPages.answer(new HtmlPage(html, List.of(consent)));
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language);
        return answer;
    }
}
