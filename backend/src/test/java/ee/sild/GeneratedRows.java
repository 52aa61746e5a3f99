package ee.sild;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.hibernate.Session;

/** Writes generated rows within a transaction that is rolled back. The connection must act for the system. */
public final class GeneratedRows {

    private final Session session;
    private final Random random;

    public GeneratedRows(Session session, Random random) {
        this.session = session;
        this.random = random;
    }

    public UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Runs a statement with positional parameters; nulls need a cast in the statement. */
    public void run(String sql, Object... parameters) {
        session.doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.execute();
            }
        });
    }

    public UUID partner() {
        UUID id = id();
        run("""
                insert into partner (id, name, country, status, created_at, updated_at, version)
                values (?, 'Generated', 'EE', 'ACTIVE', now(), now(), 0)""", id);
        return id;
    }

    public UUID user(String role, UUID partner) {
        UUID id = id();
        run("""
                insert into app_user (id, kind, name, email, role, partner_id, status, language, password_hash,
                  created_at, version)
                values (?, 'PERSON', 'Generated', ?, ?, ?::uuid, 'ACTIVE', 'en', 'x', now(), 0)""", id, id + "@x.example", role, partner);
        return id;
    }

    public UUID customer() {
        UUID id = id();
        run("""
                insert into customer (id, name, country, created_at, updated_at, version)
                values (?, 'Generated', 'EE', now(), now(), 0)""", id);
        return id;
    }
}
