package org.alongside.planning.feedback;

/** What a client says of the relationship, as sealed; words are null for none. */
record Opinion(Ratings ratings, String words) {}
