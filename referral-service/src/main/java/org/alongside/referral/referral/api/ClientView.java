package org.alongside.referral.referral.api;

import java.time.Instant;

import org.alongside.referral.referral.ClientResult;

/** What the client said came of the referral. {@code recordedBy} is the token subject of the worker who wrote it down. */
public record ClientView(ClientResult result, String words, String recordedBy, Instant at) {}
