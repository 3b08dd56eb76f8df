package org.alongside.audit.disclosurenote;

import jakarta.persistence.Converter;

import org.alongside.audit.disclosurenote.api.NoteStatus;
import org.alongside.kit.code.CodedColumn;

@Converter
class NoteStatusColumn extends CodedColumn<NoteStatus> {

    NoteStatusColumn() {
        super(NoteStatus.class);
    }
}
