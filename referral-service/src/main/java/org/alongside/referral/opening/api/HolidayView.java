package org.alongside.referral.opening.api;

import java.time.LocalDate;

public record HolidayView(LocalDate day, String name) {}
