package ee.sild;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** What Hibernate asks the database, while somebody listens. Jobs may ask meanwhile as well. */
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static final List<List<String>> LISTENERS = new CopyOnWriteArrayList<>();

    @SuppressWarnings("ReferenceEquality") // Two listeners may have heard the same.
    public static List<String> during(Runnable what) {
        List<String> heard = new CopyOnWriteArrayList<>();
        LISTENERS.add(heard);
        try {
            what.run();
        } finally {
            LISTENERS.removeIf(listener -> listener == heard);
        }
        return heard;
    }

    @Override
    public String inspect(String sql) {
        LISTENERS.forEach(listener -> listener.add(sql));
        return sql;
    }
}
