package ee.sild.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * An exchange rate that the database keeps exactly. The bounds are not those of the annotations that the contract
 * shows: in the released one there are none.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Rate.Check.class)
public @interface Rate {

    String message() default "{sild.rate}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is another constraint's business. */
    class Check implements ConstraintValidator<Rate, BigDecimal> {

        private static final int DECIMALS = 8;
        private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(DECIMALS);
        private static final BigDecimal MOST = new BigDecimal("1000000000");

        @Override
        public boolean isValid(BigDecimal rate, ConstraintValidatorContext context) {
            return rate == null
                    || (rate.compareTo(LEAST) >= 0
                            && rate.compareTo(MOST) <= 0
                            && rate.stripTrailingZeros().scale() <= DECIMALS);
        }
    }
}
