package org.alongside.planning.dependency;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class DependencyStatusColumn extends CodedColumn<DependencyStatus> {

    DependencyStatusColumn() {
        super(DependencyStatus.class);
    }
}
