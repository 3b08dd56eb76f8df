package org.alongside.intake.conversation;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ConversationStatusColumn extends CodedColumn<ConversationStatus> {

    ConversationStatusColumn() {
        super(ConversationStatus.class);
    }
}
