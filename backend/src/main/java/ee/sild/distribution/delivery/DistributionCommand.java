package ee.sild.distribution.delivery;

import java.time.Instant;
import java.util.UUID;

import ee.sild.opportunity.Party;

/** Who distributes an opportunity, and what they write to the partner. */
public record DistributionCommand(UUID by, Party party, String message, Instant answerBy) {

    static final DistributionCommand OF_THE_SYSTEM = new DistributionCommand(null, Party.SYSTEM, null, null);
}
