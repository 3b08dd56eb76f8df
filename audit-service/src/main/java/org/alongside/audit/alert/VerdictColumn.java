package org.alongside.audit.alert;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class VerdictColumn extends CodedColumn<Verdict> {

    VerdictColumn() {
        super(Verdict.class);
    }
}
