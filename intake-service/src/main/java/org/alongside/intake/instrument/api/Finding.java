package org.alongside.intake.instrument.api;

import org.alongside.intake.instrument.FindingCode;
import org.alongside.intake.instrument.Severity;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that a report says of an instrument's file.
 *
 * @param place   JSON Pointer (RFC 6901) into the file; empty for the file as a whole
 * @param detail  what exactly; absent when the code says all
 * @param meaning of the code, in words
 * @param remedy  what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(Severity severity, FindingCode code, String place, String detail, String meaning,
        String remedy) {}
