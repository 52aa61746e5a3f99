package ee.sild.notification.live;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change that the caller may see. */
public record LiveChange(
        @JsonIgnore @Schema(hidden = true) String position,

        @Schema(
                description = "The kind of the event, `NOTE`, `NOTIFICATION`, or `RESET` if too many changes "
                        + "were missed to be replayed",
                examples = "ACCEPTED")
        String kind,

        @Schema(nullable = true) UUID opportunityId) {}
