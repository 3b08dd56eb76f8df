package org.alongside.planning.feedback;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.print.Words;
import org.alongside.planning.feedback.api.FeedbackForm;

/** The wording of the four items, the suite's own. */
@ApplicationScoped
class FeedbackForms {

    private static final String WORDS = "/org/alongside/planning/feedback/words_";

    /** @param language BCP 47; English when there is none of it, and for {@code null} */
    FeedbackForm in(String language) {
        Words words = Words.closest(language, WORDS);
        return new FeedbackForm(words.tag(), words.text("intro"), words.text("heard"), words.text("goals"),
                words.text("manner"), words.text("whole"), words.text("words"), words.text("workerMaySee"));
    }
}
