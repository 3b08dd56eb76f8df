package org.alongside.audit.alert;

import jakarta.persistence.Converter;

import org.alongside.audit.alert.rule.RuleCode;
import org.alongside.kit.code.CodedColumn;

@Converter
class RuleCodeColumn extends CodedColumn<RuleCode> {

    RuleCodeColumn() {
        super(RuleCode.class);
    }
}
