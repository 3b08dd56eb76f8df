package org.alongside.planning.checkin;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class CheckInStatusColumn extends CodedColumn<CheckInStatus> {

    CheckInStatusColumn() {
        super(CheckInStatus.class);
    }
}
