package ee.sild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import ee.sild.Api.Company;

import static ee.sild.Api.accepted;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements that are read often keep their plan: with the policies of a partner, planning takes longer than running
 * them.
 */
@QuarkusTest
class PlanReuseTest {

    /** PostgreSQL plans the first five executions on a connection anew, to compare. */
    private static final int TIMES = 200;

    private static final int CONNECTIONS = 12;

    private static final String PLANS = """
            select coalesce(sum(generic_plans), 0), coalesce(sum(custom_plans), 0) from pg_prepared_statements
             where statement like '%from opportunity_event%' and statement like ?""";

    @Inject
    AgroalDataSource database;

    @Test
    void the_timeline_keeps_a_plan_for_each_side() throws SQLException {
        Company company = partner();
        String opportunity = accepted(company);
        for (int i = 0; i < TIMES; i++) {
            as(company.admin())
                    .get("/api/v1/opportunities/{id}/timeline", opportunity)
                    .then()
                    .statusCode(200);
            as(sales())
                    .get("/api/v1/opportunities/{id}/timeline", opportunity)
                    .then()
                    .statusCode(200);
        }
        assertThat(reused("PARTNER")).as("share of executions with a kept plan").isGreaterThan(0.25);
        assertThat(reused("VENDOR")).as("share of executions with a kept plan").isGreaterThan(0.25);
    }

    /** The share of executions, on most connections, for which a kept plan was used. */
    private double reused(String side) throws SQLException {
        var connections = new ArrayList<Connection>();
        long kept = 0;
        long made = 0;
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                var connection = database.getConnection();
                connections.add(connection);
                try (var query = connection.prepareStatement(PLANS)) {
                    query.setString(1, "%/* " + side + " */");
                    try (var row = query.executeQuery()) {
                        row.next();
                        kept += row.getLong(1);
                        made += row.getLong(2);
                    }
                }
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
        assertThat(kept + made).as("executions for " + side).isPositive();
        return (double) kept / (kept + made);
    }
}
