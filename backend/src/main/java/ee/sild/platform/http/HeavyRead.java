package ee.sild.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/** What it costs grows with the data: only a few of these are answered at the same time. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HeavyRead {

    /** A page of a list is not heavy, the whole list as a table is. */
    boolean asTable() default false;

    /** It reads all that there is, so that its statements may take as long as those of a table. */
    boolean wholly() default false;
}
