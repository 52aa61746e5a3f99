package ee.sild.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** The amount fits its currency: no more decimals than the currency has, and at most 15 digits. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MoneyScale.Check.class)
@interface MoneyScale {

    String message() default "{sild.wholeUnits}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null and unknown currencies are valid: other constraints check them. */
    class Check implements ConstraintValidator<MoneyScale, Money> {

        @Override
        public boolean isValid(Money money, ConstraintValidatorContext context) {
            if (money.amount() == null || !Currency.Check.known(money.currency())) {
                return true;
            }
            int decimals =
                    Math.max(0, java.util.Currency.getInstance(money.currency()).getDefaultFractionDigits());
            var plain = money.amount().stripTrailingZeros();
            if (plain.scale() <= decimals && plain.precision() <= 15) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("amount")
                    .addConstraintViolation();
            return false;
        }
    }
}
