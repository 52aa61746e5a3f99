package ee.sild;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.eclipse.microprofile.config.ConfigProvider;

/** A connection as the database owner, who sees all rows. */
public final class SuperuserConnection {

    private SuperuserConnection() {}

    public static Connection connection() throws SQLException {
        return DriverManager.getConnection(setting("jdbc-url"), setting("username"), setting("password"));
    }

    /** One that sends statements as they are, without preparing them, also with parameters that have no value. */
    public static Connection unprepared() throws SQLException {
        var properties = new Properties();
        properties.put("user", setting("username"));
        properties.put("password", setting("password"));
        properties.put("preferQueryMode", "simple");
        return DriverManager.getConnection(setting("jdbc-url"), properties);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.flyway." + name, String.class);
    }
}
