package org.alongside.kit.print;

import java.util.List;

import org.alongside.kit.access.RenderedViews;

/**
 * A page of HTML, rendered already: while the transaction runs, so that a page that cannot be rendered is no allowed access.
 *
 * @param html  the whole document, UTF-8
 * @param views what of it is client data
 */
public record HtmlPage(String html, List<?> views) implements RenderedViews {}
