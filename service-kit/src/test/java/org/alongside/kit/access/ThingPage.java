package org.alongside.kit.access;

import java.util.List;

/** A thing as a page shows it. */
public record ThingPage(String text, List<ThingView> views) implements RenderedViews {}
