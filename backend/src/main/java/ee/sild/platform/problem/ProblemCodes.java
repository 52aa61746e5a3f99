package ee.sild.platform.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import ee.sild.platform.contract.Contract;

/**
 * The problems that an operation's own rules can answer, by code. Those that many operations share, such as a missing
 * signature or a body that cannot be read, are added by {@link Contract}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProblemCodes {

    String[] value();
}
