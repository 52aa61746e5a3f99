package ee.sild.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** The domain of a web site, as {@link WebDomains} normalizes it. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebDomain.Check.class)
public @interface WebDomain {

    String message() default "{sild.webDomain}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid: other constraints check it. */
    class Check implements ConstraintValidator<WebDomain, String> {

        @Override
        public boolean isValid(String domain, ConstraintValidatorContext context) {
            return domain == null || WebDomains.isDomain(domain);
        }
    }
}
