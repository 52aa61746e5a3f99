package ee.sild.platform;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** New identities: UUIDv7, so that they sort by the time they were made. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
