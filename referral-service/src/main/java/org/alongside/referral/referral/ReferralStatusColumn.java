package org.alongside.referral.referral;

import jakarta.persistence.Converter;

import org.alongside.kit.state.StateColumn;

@Converter
class ReferralStatusColumn extends StateColumn<ReferralStatus> {

    ReferralStatusColumn() {
        super(ReferralStatus.class);
    }
}
