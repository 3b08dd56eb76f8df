package org.alongside.intake.instrument;

/** What an answer to a question is. */
public enum QuestionType {
    /** The code of one of the question's options. */
    CHOICE,
    /** True or false. */
    BOOLEAN,
    /** The person's own words. */
    TEXT
}
