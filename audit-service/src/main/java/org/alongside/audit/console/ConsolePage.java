package org.alongside.audit.console;

import java.util.List;

import org.alongside.kit.access.RenderedViews;

import io.quarkus.qute.TemplateInstance;

/**
 * A page of the console, rendered already: while the transaction runs, so that a page that cannot be rendered is no allowed access.
 *
 * @param html  the whole document, UTF-8
 * @param views what of it comes from the log
 */
public record ConsolePage(String html, List<?> views) implements RenderedViews {

    static ConsolePage of(TemplateInstance template, Object... views) {
        return new ConsolePage(template.render(), List.of(views));
    }

    static ConsolePage of(TemplateInstance template, List<?> views) {
        return new ConsolePage(template.render(), views);
    }
}
