package org.alongside.audit.conflict;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class RelationColumn extends CodedColumn<Relation> {

    RelationColumn() {
        super(Relation.class);
    }
}
