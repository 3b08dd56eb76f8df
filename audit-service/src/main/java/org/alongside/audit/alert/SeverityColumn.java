package org.alongside.audit.alert;

import jakarta.persistence.Converter;

import org.alongside.audit.alert.rule.Severity;
import org.alongside.kit.code.CodedColumn;

@Converter
class SeverityColumn extends CodedColumn<Severity> {

    SeverityColumn() {
        super(Severity.class);
    }
}
