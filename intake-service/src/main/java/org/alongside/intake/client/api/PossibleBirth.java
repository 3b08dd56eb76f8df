package org.alongside.intake.client.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * A date of birth that the calendar has, as exact as its precision says, of somebody who has been born and is at most 130 years old. A
 * day is in the future when it has begun nowhere on Earth.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PossibleBirth.Check.class)
public @interface PossibleBirth {

    String message() default PossibleBirth.NO_DATE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Not in the calendar, or not of the precision. */
    String NO_DATE = "must be a date of the calendar: YYYY-MM-DD when exact, YYYY when only the year is known";
    /** Nobody is born yet. */
    String IN_THE_FUTURE = "must not lie in the future";
    /** Older than anybody known. */
    String TOO_LONG_AGO = "must not lie more than 130 years back";

    /** Reports at the member {@code value}. */
    @ApplicationScoped
    class Check implements ConstraintValidator<PossibleBirth, DateOfBirth> {

        private static final int YEAR_ONLY = 4;
        /** The oldest person known became 122. */
        private static final int OLDEST_YEARS = 130;
        /** Where a day begins first. */
        private static final ZoneOffset EAST = ZoneOffset.ofHours(14);

        private final Clock clock;

        Check(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(DateOfBirth date, ConstraintValidatorContext context) {
            if (date == null || date.value() == null || date.precision() == null) {
                return true;
            }
            Optional<String> fault = fault(date);
            fault.ifPresent(message -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(message).addPropertyNode("value")
                        .addConstraintViolation();
            });
            return fault.isEmpty();
        }

        /** What is wrong with the value; empty when nothing is. */
        Optional<String> fault(DateOfBirth date) {
            boolean yearOnly = date.value().length() == YEAR_ONLY;
            if (date.precision() == DateOfBirth.Precision.EXACT && yearOnly
                    || date.precision() == DateOfBirth.Precision.YEAR && !yearOnly) {
                return Optional.of(NO_DATE);
            }
            try {
                return yearOnly ? faultOf(Year.parse(date.value())) : faultOf(LocalDate.parse(date.value()));
            } catch (DateTimeException notInTheCalendar) {
                return Optional.of(NO_DATE);
            }
        }

        private Optional<String> faultOf(LocalDate day) {
            LocalDate today = today();
            return fault(day.isAfter(today), day.isBefore(today.minusYears(OLDEST_YEARS)));
        }

        private Optional<String> faultOf(Year year) {
            Year present = Year.from(today());
            return fault(year.isAfter(present), year.isBefore(present.minusYears(OLDEST_YEARS)));
        }

        private static Optional<String> fault(boolean future, boolean past) {
            if (future) {
                return Optional.of(IN_THE_FUTURE);
            }
            return past ? Optional.of(TOO_LONG_AGO) : Optional.empty();
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), EAST);
        }
    }
}
