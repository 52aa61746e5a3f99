package ee.sild.platform;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Creates IDs. They are UUIDv7, so they sort by creation time. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
