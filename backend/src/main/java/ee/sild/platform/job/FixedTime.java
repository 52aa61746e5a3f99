package ee.sild.platform.job;

import java.time.Instant;

/** Runs work as if it were another time: the demo lives through a year and a half in a few seconds. */
public final class FixedTime {

    private static final ScopedValue<Instant> NOW = ScopedValue.newInstance();

    private FixedTime() {}

    /** Runs work that sees the given time on the application's clock. */
    public static void at(Instant time, Runnable work) {
        ScopedValue.where(NOW, time).run(work);
    }

    /** The time that was set; null if the clock is running. */
    static Instant orNull() {
        return NOW.isBound() ? NOW.get() : null;
    }
}
