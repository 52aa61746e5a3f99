package ee.sild.platform.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** All problem types: their stable codes and their HTTP statuses. */
public final class ProblemCatalogue {

    private static final Map<String, Integer> STATUSES = read();

    private ProblemCatalogue() {}

    /** The HTTP status of each code, sorted by code. */
    public static Map<String, Integer> statuses() {
        return STATUSES;
    }

    public static int status(String code) {
        Integer status = STATUSES.get(code);
        if (status == null) {
            throw new IllegalArgumentException("Not in problems.properties: " + code);
        }
        return status;
    }

    private static Map<String, Integer> read() {
        try (var file = ProblemCatalogue.class.getResourceAsStream("/problems.properties")) {
            var lines = new Properties();
            lines.load(file);
            var statuses = new TreeMap<String, Integer>();
            lines.forEach((code, status) -> statuses.put((String) code, Integer.valueOf((String) status)));
            return Collections.unmodifiableMap(statuses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
