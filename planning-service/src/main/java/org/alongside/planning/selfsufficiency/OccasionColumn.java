package org.alongside.planning.selfsufficiency;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class OccasionColumn extends CodedColumn<Occasion> {

    OccasionColumn() {
        super(Occasion.class);
    }
}
