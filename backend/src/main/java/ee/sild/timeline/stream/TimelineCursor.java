package ee.sild.timeline.stream;

import java.time.Instant;
import java.util.UUID;

import ee.sild.platform.problem.Malformed;

/**
 * The place in a timeline after which a page starts.
 *
 * @param at when the last entry of the previous page happened; null for the first page
 */
record TimelineCursor(Instant at, UUID id) {

    private static final TimelineCursor START = new TimelineCursor(null, null);

    static TimelineCursor of(String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        String[] parts = text.split("_", 2);
        try {
            return new TimelineCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException unreadable) {
            throw new Malformed("cursor");
        }
    }

    static TimelineCursor after(TimelineEntry entry) {
        return new TimelineCursor(entry.at(), entry.id());
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
