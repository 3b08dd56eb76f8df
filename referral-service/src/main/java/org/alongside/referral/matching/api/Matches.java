package org.alongside.referral.matching.api;

import java.util.List;

/** Services that may help, the best first. The order follows from the directory alone: the same question, the same answer. */
public record Matches(List<Match> matches) {}
