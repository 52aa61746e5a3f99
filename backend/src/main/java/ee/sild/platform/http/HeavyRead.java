package ee.sild.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/** An operation whose cost grows with the data: only a few run at the same time. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HeavyRead {

    /** Whether it exports a whole list, which may take longer than other reads. */
    boolean exports() default false;
}
