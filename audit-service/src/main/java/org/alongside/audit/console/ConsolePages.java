package org.alongside.audit.console;

import java.util.List;

import org.alongside.kit.print.HtmlPage;

import io.quarkus.qute.TemplateInstance;

/** Pages of the console from their templates. */
final class ConsolePages {

    private ConsolePages() {}

    /** @param views what of the page comes from the log */
    static HtmlPage of(TemplateInstance template, Object... views) {
        return of(template, List.of(views));
    }

    static HtmlPage of(TemplateInstance template, List<?> views) {
        return new HtmlPage(template.render(), views);
    }
}
