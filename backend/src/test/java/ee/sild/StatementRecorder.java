package ee.sild;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Records the statements that Hibernate executes during an action, including those of jobs. */
@PersistenceUnitExtension
public class StatementRecorder implements StatementInspector {

    private static final List<List<String>> LISTENERS = new CopyOnWriteArrayList<>();

    @SuppressWarnings("ReferenceEquality") // Two listeners may have recorded the same statements.
    public static List<String> during(Runnable what) {
        List<String> statements = new CopyOnWriteArrayList<>();
        LISTENERS.add(statements);
        try {
            what.run();
        } finally {
            LISTENERS.removeIf(listener -> listener == statements);
        }
        return statements;
    }

    @Override
    public String inspect(String sql) {
        LISTENERS.forEach(listener -> listener.add(sql));
        return sql;
    }
}
