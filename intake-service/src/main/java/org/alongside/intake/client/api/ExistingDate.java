package org.alongside.intake.client.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A date of birth that the calendar has, as exact as its precision says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ExistingDate.Check.class)
public @interface ExistingDate {

    String message() default "must be a date of the calendar: YYYY-MM-DD when exact, YYYY when only the year is known";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports at the member {@code value}. */
    class Check implements ConstraintValidator<ExistingDate, DateOfBirth> {

        private static final int YEAR_ONLY = 4;

        @Override
        public boolean isValid(DateOfBirth date, ConstraintValidatorContext context) {
            if (date == null || date.value() == null || date.precision() == null || exists(date)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("value").addConstraintViolation();
            return false;
        }

        private static boolean exists(DateOfBirth date) {
            boolean yearOnly = date.value().length() == YEAR_ONLY;
            try {
                return switch (date.precision()) {
                    case EXACT -> !yearOnly && LocalDate.parse(date.value()) != null;
                    case YEAR -> yearOnly && Year.parse(date.value()) != null;
                    case ESTIMATED ->
                        yearOnly ? Year.parse(date.value()) != null : LocalDate.parse(date.value()) != null;
                };
            } catch (DateTimeException notInTheCalendar) {
                return false;
            }
        }
    }
}
