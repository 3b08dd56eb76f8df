package org.alongside.referral.datapackage.api;

/**
 * One kind of issue of an import.
 *
 * @param severity {@code error} (a row was left out), {@code warning} (a value was left out or assumed) or {@code note}
 * @param remedy   what to do about it
 */
public record IssueCount(String severity, String code, long count, String meaning, String remedy) {}
