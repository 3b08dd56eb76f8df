package org.alongside.audit.disclosurenote;

import jakarta.persistence.Converter;

import org.alongside.audit.disclosurenote.api.NoteKind;
import org.alongside.kit.code.CodedColumn;

@Converter
class NoteKindColumn extends CodedColumn<NoteKind> {

    NoteKindColumn() {
        super(NoteKind.class);
    }
}
