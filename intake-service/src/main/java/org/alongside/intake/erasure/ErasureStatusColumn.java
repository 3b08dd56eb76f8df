package org.alongside.intake.erasure;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ErasureStatusColumn extends CodedColumn<ErasureStatus> {

    ErasureStatusColumn() {
        super(ErasureStatus.class);
    }
}
