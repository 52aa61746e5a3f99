package ee.sild;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

import ee.sild.platform.security.StatementsBySide;

/** Records the statements that Hibernate executes during an action, with their side, including those of jobs. */
@PersistenceUnitExtension
@Alternative
@Priority(1)
public class StatementRecorder extends StatementsBySide {

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
        String marked = super.inspect(sql);
        LISTENERS.forEach(listener -> listener.add(marked));
        return marked;
    }
}
