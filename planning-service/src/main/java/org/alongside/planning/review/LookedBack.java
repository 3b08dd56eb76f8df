package org.alongside.planning.review;

import java.util.List;

/** The words of a review, as sealed. */
record LookedBack(String whatChanged, List<Unmeasured> notMeasured) {}
