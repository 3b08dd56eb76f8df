package org.alongside.referral.povertyline.api;

import java.util.List;

/** Every poverty line there is, by name and day. */
public record PovertyLines(List<PovertyLineView> povertyLines) {}
