package org.alongside.intake.client.api;

import jakarta.validation.constraints.NotNull;

import org.alongside.kit.code.Coded;
import org.alongside.kit.language.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The interpreter that talks with the client need.
 *
 * @param language BCP 47 tag of the language into which to interpret; a sign language is one, for example {@code ase}
 * @param mode     how the interpreter takes part
 */
public record Interpreter(@NotNull @LanguageTag String language, Mode mode) {

    /** How an interpreter takes part in a talk. */
    @Schema(name = "InterpreterMode")
    public enum Mode implements Coded {
        IN_PERSON, TELEPHONE, VIDEO, ANY
    }
}
