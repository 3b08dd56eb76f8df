package org.alongside.intake.instrument.api;

import java.util.List;

import org.alongside.intake.instrument.ImportResult;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an import came to, or would come to.
 *
 * @param result   as if it had not been a dry run
 * @param dryRun   whether nothing was changed because it was only tried
 * @param name     absent when the file has none
 * @param version  absent when the file could not be read that far
 * @param sha256   of the file, in hexadecimal
 * @param findings in the order of the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(ImportResult result, boolean dryRun, String name, String version, String sha256,
        List<Finding> findings) {}
