package org.alongside.planning.note;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class NoteKindColumn extends CodedColumn<NoteKind> {

    NoteKindColumn() {
        super(NoteKind.class);
    }
}
