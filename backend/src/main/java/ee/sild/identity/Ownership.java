package ee.sild.identity;

import java.util.UUID;

/** What users own in a feature. A successor takes it over when they are deactivated. */
public interface Ownership {

    OwnedKind kind();

    long count(UUID user);

    void handOver(UUID from, UUID to);
}
