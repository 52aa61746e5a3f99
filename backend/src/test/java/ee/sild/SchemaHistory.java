package ee.sild;

import java.sql.DriverManager;
import java.sql.SQLException;

/** The migrations that an earlier version of Sild has recorded in its database. */
public final class SchemaHistory {

    private SchemaHistory() {}

    /** The beginning and the end of what Sild 0.1 recorded. */
    public static void ofVersion01(String url, String user, String password) throws SQLException {
        try (var owner = DriverManager.getConnection(url, user, password);
                var statement = owner.createStatement()) {
            statement.execute("""
                    create table flyway_schema_history (
                        installed_rank int primary key, version varchar(50), description varchar(200) not null,
                        type varchar(20) not null, script varchar(1000) not null, checksum int,
                        installed_by varchar(100) not null, installed_on timestamp not null default now(),
                        execution_time int not null, success boolean not null)""");
            statement.execute("""
                    insert into flyway_schema_history values
                        (1, '001', 'create users and sessions', 'SQL', 'V001__create_users_and_sessions.sql', 1,
                         'sild', now(), 1, true),
                        (2, '002', 'create partners', 'SQL', 'V002__create_partners.sql', 2, 'sild', now(), 1, true),
                        (3, '033', 'bound exchange rates', 'SQL', 'V033__bound_exchange_rates.sql', 3,
                         'sild', now(), 1, true)""");
        }
    }
}
