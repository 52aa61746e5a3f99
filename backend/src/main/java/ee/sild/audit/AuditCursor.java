package ee.sild.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import ee.sild.platform.problem.Malformed;

/** The last event of a page, after which the next one begins. */
record AuditCursor(Instant at, long id) {

    static AuditCursor after(AuditEventView event) {
        return new AuditCursor(event.at(), event.id());
    }

    /** @param text of the request; null or empty for the first page */
    static Optional<AuditCursor> read(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("_", 2);
        try {
            long micros = Long.parseUnsignedLong(parts[0]);
            long id = Long.parseLong(parts[parts.length - 1]);
            if (parts.length == 2 && micros >= 0) {
                return Optional.of(new AuditCursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), id));
            }
        } catch (NumberFormatException unreadable) {
            // reported below
        }
        throw new Malformed("cursor");
    }

    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }
}
