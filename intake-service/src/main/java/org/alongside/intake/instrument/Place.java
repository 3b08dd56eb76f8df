package org.alongside.intake.instrument;

/**
 * Where in which file, so that whoever wrote it finds it.
 *
 * @param linkId of the item, null for the file as a whole
 */
record Place(String file, String linkId) {

    InvalidInstrument fault(String what) {
        return new InvalidInstrument("Instrument " + file + (linkId == null ? "" : ", item " + linkId) + ": " + what);
    }

    void require(boolean rule, String otherwise) {
        if (!rule) {
            throw fault(otherwise);
        }
    }
}
