package ee.sild.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an integration client must have been given: {@code x:read} for a GET, {@code x:write} for anything else. An
 * operation without it is for people only.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiScope {

    String value();
}
