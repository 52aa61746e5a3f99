package ee.sild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@Tag("slow")
class BrokenConnectionsTest {

    /** Of the pool's sixteen connections; jobs need some. */
    private static final int MANY = 11;

    @Inject
    AgroalDataSource database;

    @Test
    void broken_connections_are_replaced() throws Exception {
        sales();
        for (int round = 0; round < 3; round++) {
            useMany();
            try (var owner = SuperuserConnection.connection();
                    var statement = owner.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename like '%application'");
            }
            try (var threads = Executors.newFixedThreadPool(8)) {
                threads.invokeAll(Collections.<Callable<Integer>>nCopies(
                        80,
                        () -> Api.unvalidated(sales()).get("/api/v1/partners").statusCode()));
            }
        }
        useMany();
        assertThat(Api.unvalidated(sales()).get("/api/v1/partners").statusCode())
                .isEqualTo(200);
    }

    private void useMany() throws SQLException {
        var connections = new ArrayList<Connection>();
        try {
            while (connections.size() < MANY) {
                connections.add(database.getConnection());
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
