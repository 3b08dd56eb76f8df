package org.alongside.referral.directorychange;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class DirectoryChangeStatusColumn extends CodedColumn<DirectoryChangeStatus> {

    DirectoryChangeStatusColumn() {
        super(DirectoryChangeStatus.class);
    }
}
