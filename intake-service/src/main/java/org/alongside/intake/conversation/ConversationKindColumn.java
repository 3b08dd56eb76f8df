package org.alongside.intake.conversation;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ConversationKindColumn extends CodedColumn<ConversationKind> {

    ConversationKindColumn() {
        super(ConversationKind.class);
    }
}
