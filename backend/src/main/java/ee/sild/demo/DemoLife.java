package ee.sild.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes the events and notes of one demo opportunity. */
final class DemoLife {

    private final Batch batch;
    private final UUID opportunity;
    private final Set<UUID> partnersPeople;
    private final ObjectMapper json;
    private int next;

    DemoLife(Batch batch, UUID opportunity, Set<UUID> partnersPeople, ObjectMapper json) {
        this.batch = batch;
        this.opportunity = opportunity;
        this.partnersPeople = partnersPeople;
        this.json = json;
    }

    void event(String kind, UUID actor, UUID partner, Instant at, Map<String, Object> details) {
        try {
            batch.insert(
                    "opportunity_event",
                    "id, opportunity_id, kind, actor_id, by_partner, partner_id, at, details",
                    nextId(),
                    opportunity,
                    kind,
                    actor,
                    partnersPeople.contains(actor),
                    partner,
                    at,
                    json.writeValueAsString(details));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void note(UUID author, UUID partner, Instant at, String text) {
        batch.insert(
                "note",
                "id, opportunity_id, author_id, by_partner, partner_id, visibility, text, created_at, version",
                nextId(),
                opportunity,
                author,
                partnersPeople.contains(author),
                partner,
                "EVERYONE",
                text,
                at,
                0);
    }

    private UUID nextId() {
        return DemoData.id("entry " + opportunity, next++);
    }
}
