package org.alongside.referral.referral;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class ReferralStatusColumn extends CodedColumn<ReferralStatus> {

    ReferralStatusColumn() {
        super(ReferralStatus.class);
    }
}
