package ee.sild.platform;

import java.util.UUID;

/** An item of a list, with an ID. */
public interface Identified {

    UUID id();
}
