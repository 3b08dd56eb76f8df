package org.alongside.referral.referral.api;

/** Token subjects of the workers who answer for a referral: who drafted it and who accepted it, until they pass it on. */
public record Responsible(String sender, String receiver) {}
