package ee.sild.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A VAT number, as {@link Identifiers} normalizes it. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = VatNumber.Check.class)
public @interface VatNumber {

    String message() default "{sild.vatNumber}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid: other constraints check it. */
    class Check implements ConstraintValidator<VatNumber, String> {

        @Override
        public boolean isValid(String number, ConstraintValidatorContext context) {
            return number == null || Identifiers.isVatNumber(number);
        }
    }
}
