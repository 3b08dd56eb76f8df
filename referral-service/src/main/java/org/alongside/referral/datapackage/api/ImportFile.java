package org.alongside.referral.datapackage.api;

/**
 * A file of an import.
 *
 * @param rows read so far; of a JSON file its documents and all that is nested in them
 */
public record ImportFile(String file, long rows) {}
