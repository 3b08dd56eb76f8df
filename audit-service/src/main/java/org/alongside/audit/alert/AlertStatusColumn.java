package org.alongside.audit.alert;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class AlertStatusColumn extends CodedColumn<AlertStatus> {

    AlertStatusColumn() {
        super(AlertStatus.class);
    }
}
