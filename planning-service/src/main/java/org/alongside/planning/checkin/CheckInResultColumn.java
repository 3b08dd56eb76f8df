package org.alongside.planning.checkin;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class CheckInResultColumn extends CodedColumn<CheckInResult> {

    CheckInResultColumn() {
        super(CheckInResult.class);
    }
}
