package ee.sild;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.opentelemetry.api.trace.Span;

import static java.util.concurrent.ThreadLocalRandom.current;

/**
 * Records the statements that the driver sends to PostgreSQL on behalf of one request, as its log names them: those of
 * Hibernate, of plain JDBC, of the pool and of transactions. The trace of the request tells them from those of jobs.
 */
final class SentStatements extends Handler {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final String PREPARED_EARLIER = "(a statement that was prepared earlier)";

    private final String trace = hex(16);
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private volatile String parsed = PREPARED_EARLIER;

    private SentStatements() {
        setLevel(Level.ALL);
    }

    /** @param request what to do with the value of the header {@code traceparent} */
    static List<String> during(Consumer<String> request) {
        var statements = new SentStatements();
        Level before = DRIVER.getLevel();
        boolean printed = DRIVER.getUseParentHandlers();
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(statements);
        DRIVER.setLevel(Level.FINEST);
        try {
            request.accept("00-" + statements.trace + "-" + hex(8) + "-01");
        } finally {
            DRIVER.setLevel(before);
            DRIVER.removeHandler(statements);
            DRIVER.setUseParentHandlers(printed);
        }
        return List.copyOf(statements.sent);
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public void publish(LogRecord record) {
        if (!Span.current().getSpanContext().getTraceId().equals(trace)) {
            return;
        }
        String message = record.getMessage();
        if (message.startsWith(" FE=> Parse(")) {
            parsed = message.substring(message.indexOf('"') + 1, message.lastIndexOf('"'));
        } else if (message.startsWith(" FE=> Execute(") || message.startsWith(" FE=> SimpleQuery(")) {
            sent.add(parsed);
            parsed = PREPARED_EARLIER;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
