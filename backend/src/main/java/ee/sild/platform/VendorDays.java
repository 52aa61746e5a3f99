package ee.sild.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Days and years in the vendor's time zone: what is today, when a due date has passed, the year in a number. In SQL:
 * {@code vendor_today()}.
 */
public final class VendorDays {

    private static volatile ZoneId zone = ZoneOffset.UTC;

    private VendorDays() {}

    /** The vendor's day at an instant. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The vendor's time zone. */
    public static ZoneId zone() {
        return zone;
    }

    /** Sets the time zone of this instance. */
    public static void use(ZoneId vendors) {
        zone = vendors;
    }
}
