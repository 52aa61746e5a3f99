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
 * An exchange rate that the database stores exactly. Its bounds are not standard annotations: those would change the
 * contract, and the released contract has none.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Rate.Check.class)
public @interface Rate {

    String message() default "{sild.rate}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid: other constraints check it. */
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
