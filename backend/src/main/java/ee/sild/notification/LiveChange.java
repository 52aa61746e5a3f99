package ee.sild.notification;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change that the caller may see. */
public record LiveChange(
        @JsonIgnore @Schema(hidden = true) String position,

        @Schema(
                description = "What happened: an event's kind, `NOTE`, `NOTIFICATION`, or `RESET` where "
                        + "too much was missed to be told",
                examples = "ACCEPTED")
        String kind,

        @Schema(nullable = true) UUID opportunityId) {}
