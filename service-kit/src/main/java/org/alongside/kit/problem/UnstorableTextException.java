package org.alongside.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A string holds a character that PostgreSQL cannot store: U+0000, or half of a surrogate pair. */
class UnstorableTextException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    UnstorableTextException(JsonParser parser) {
        super(parser, "the text holds a character that cannot be stored");
    }
}
