package ee.sild.platform.security;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Marks each statement of Hibernate with the side it runs for. PostgreSQL keeps one plan of a prepared statement per
 * connection, and policies make it plan again whenever the role differs from the one before; with a text for each side,
 * each has its own plan.
 */
@PersistenceUnitExtension
public class StatementsBySide implements StatementInspector {

    @Override
    public String inspect(String sql) {
        String side = ConnectionActor.current().side();
        return side.isEmpty() ? sql : sql + " /* " + side + " */";
    }
}
