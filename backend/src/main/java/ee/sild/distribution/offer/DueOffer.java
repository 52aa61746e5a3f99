package ee.sild.distribution.offer;

import java.util.UUID;

/** An offer whose deadline or reminder is due. Its opportunity is locked first. */
public record DueOffer(UUID id, UUID opportunityId) {}
