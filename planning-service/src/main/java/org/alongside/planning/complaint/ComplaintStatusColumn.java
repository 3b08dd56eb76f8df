package org.alongside.planning.complaint;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ComplaintStatusColumn extends CodedColumn<ComplaintStatus> {

    ComplaintStatusColumn() {
        super(ComplaintStatus.class);
    }
}
