import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The plans in the log of PostgreSQL, where its module auto_explain writes each executed statement, also those within
 * functions. A backend writes them before the client gets the answer.
 */
final class PlanLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SETTINGS = Map.of(
            "session_preload_libraries", "auto_explain",
            "auto_explain.log_min_duration", "0",
            "auto_explain.log_analyze", "on",
            "auto_explain.log_buffers", "on",
            "auto_explain.log_timing", "off",
            "auto_explain.log_nested_statements", "on",
            "auto_explain.log_format", "json",
            "log_line_prefix", "");

    private final Path file;
    private final Set<String> small;
    private long end;

    /** @param small names the tables that do not grow, one in each line that is no comment */
    PlanLog(Path file, Path small) throws IOException {
        this.file = file;
        this.small = Set.copyOf(Files.readAllLines(small));
        skip();
    }

    /** Lets the server log every plan; takes effect in connections that are opened from now on. */
    static void start(Database database) throws SQLException {
        var settings = new ArrayList<String>();
        SETTINGS.forEach((name, value) -> settings.add(name + " = '" + value + "'"));
        database.set(settings);
    }

    static void stop(Database database) throws SQLException {
        database.reset(List.copyOf(SETTINGS.keySet()));
    }

    void skip() throws IOException {
        end = Files.size(file);
    }

    /** The plans since the last call, one after another: a function that is called for each row leaves many. */
    void read(Consumer<Plan> each) throws IOException {
        try (var log = Files.newByteChannel(file)) {
            log.position(end);
            var lines = new BufferedReader(Channels.newReader(log, StandardCharsets.UTF_8));
            var json = new StringBuilder();
            boolean inPlan = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("\t") && inPlan) {
                    json.append(line).append('\n');
                } else if (!line.startsWith("\t")) {
                    take(json, each);
                    inPlan = line.startsWith("LOG:  duration:") && line.endsWith("plan:");
                }
            }
            take(json, each);
        }
        skip();
    }

    private static void take(StringBuilder json, Consumer<Plan> each) throws IOException {
        // What another connection is writing may not be complete yet.
        if (json.toString().endsWith("\n\t}\n")) {
            each.accept(Plan.of(JSON.readTree(json.toString()), small));
        }
        json.setLength(0);
    }
}
