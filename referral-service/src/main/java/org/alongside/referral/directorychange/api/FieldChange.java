package org.alongside.referral.directorychange.api;

/**
 * What a change does to one field.
 *
 * @param field  name of the property in HSDS 3.1
 * @param before as it stood when the change was proposed; null for no value
 * @param after  null when the value is taken away
 */
public record FieldChange(String field, String before, String after) {}
