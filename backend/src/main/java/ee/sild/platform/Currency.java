package ee.sild.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** An ISO 4217 code of a currency that is money: not XXX for none, XTS for tests, or gold, bonds and special rights. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Currency.Check.class)
public @interface Currency {

    String message() default "{sild.currency}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid: other constraints check it. */
    class Check implements ConstraintValidator<Currency, String> {

        private static final Set<String> KNOWN = java.util.Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getDefaultFractionDigits() >= 0)
                .map(java.util.Currency::getCurrencyCode)
                .collect(Collectors.toSet());

        public static boolean known(String code) {
            return code != null && KNOWN.contains(code);
        }

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || known(code);
        }
    }
}
