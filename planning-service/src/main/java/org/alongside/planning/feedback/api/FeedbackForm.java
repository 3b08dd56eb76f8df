package org.alongside.planning.feedback.api;

/**
 * What a client is asked about the relationship, each to be answered from 0 (not at all) to 10 (entirely).
 *
 * @param language BCP 47 tag
 * @param intro    what to say before, that it is no test and has no penalty
 */
public record FeedbackForm(String language, String intro, String heard, String goals, String manner, String whole,
        String words, String workerMaySee) {}
