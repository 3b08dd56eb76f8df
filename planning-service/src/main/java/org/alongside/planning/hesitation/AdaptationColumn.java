package org.alongside.planning.hesitation;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class AdaptationColumn extends CodedColumn<Adaptation> {

    AdaptationColumn() {
        super(Adaptation.class);
    }
}
