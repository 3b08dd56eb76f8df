package org.alongside.referral.povertyline.api;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * @param name      kebab-case, named by eligibility rules
 * @param validFrom the first day on which it is used; until then and beside it the one before is in force
 */
public record PovertyLineView(String name, LocalDate validFrom, @JsonUnwrapped PovertyLineContent content) {}
