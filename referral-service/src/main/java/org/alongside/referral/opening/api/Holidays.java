package org.alongside.referral.opening.api;

import java.util.List;

/** Holidays from today on. */
public record Holidays(List<HolidayView> holidays) {}
