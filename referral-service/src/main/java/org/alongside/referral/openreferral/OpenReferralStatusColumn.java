package org.alongside.referral.openreferral;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class OpenReferralStatusColumn extends CodedColumn<OpenReferralStatus> {

    OpenReferralStatusColumn() {
        super(OpenReferralStatus.class);
    }
}
