package org.alongside.referral.eligibility.api;

import org.alongside.referral.eligibility.Answer;

/**
 * What came of one rule.
 *
 * @param rule  its kind: {@code age}, {@code household}, {@code income}, {@code area}, {@code status} or {@code document}
 * @param asks  the fact to ask for while the answer is {@code unknown}, as a JSON Pointer (RFC 6901) into the question; absent
 *              otherwise, and where no fact that can be told would settle it
 * @param words the rule as a sentence in English
 */
public record Check(String rule, Answer answer, String asks, String words) {}
