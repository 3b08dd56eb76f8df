package org.alongside.planning.agreement;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.alongside.kit.print.HtmlPage;
import org.alongside.kit.print.PrintedPages;
import org.alongside.kit.print.Words;
import org.alongside.planning.agreement.api.AgreementView;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** A version of an agreement on paper, in plain words, with room to sign. */
@ApplicationScoped
class PrintedAgreement {

    private static final String WORDS = "/org/alongside/planning/agreement/words_";

    private final Template page;

    PrintedAgreement(@Location("agreement/page.html") Template page) {
        this.page = page;
    }

    /** @param language of the page, BCP 47; English when there is none of it, and for {@code null} */
    Response answer(AgreementView agreement, String language) {
        Words words = Words.closest(language, WORDS);
        String html = page.data("agreement", agreement).data("words", words).data("style", PrintedPages.style())
                .render();
        Response answer = PrintedPages.answer(new HtmlPage(html, List.of(agreement)));
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, words.tag());
        return answer;
    }
}
