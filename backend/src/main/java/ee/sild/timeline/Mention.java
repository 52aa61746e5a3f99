package ee.sild.timeline;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Fired when a note mentions users. All of them may read it. */
public record Mention(UUID opportunityId, Set<UUID> people, UUID authorId, String text, Instant at) {}
