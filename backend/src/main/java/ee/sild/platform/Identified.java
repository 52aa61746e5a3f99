package ee.sild.platform;

import java.util.UUID;

/** An item of a list. */
public interface Identified {

    UUID id();
}
