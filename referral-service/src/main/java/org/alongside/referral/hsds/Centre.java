package org.alongside.referral.hsds;

import java.math.BigDecimal;

/** A point from which distance is measured, in degrees (WGS 84). */
record Centre(BigDecimal latitude, BigDecimal longitude) {}
