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

    /** Only heavy as a CSV export of the whole list, not as a page. */
    boolean asTable() default false;
}
