package org.alongside.planning.review;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ReviewStatusColumn extends CodedColumn<ReviewStatus> {

    ReviewStatusColumn() {
        super(ReviewStatus.class);
    }
}
