package org.alongside.intake.instrument;

/** A file is no instrument as this suite understands it. The message names the file, the item and what to put right. */
public class InvalidInstrument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidInstrument(String message) {
        super(message);
    }
}
