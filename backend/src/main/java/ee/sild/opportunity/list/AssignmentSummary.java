package ee.sild.opportunity.list;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** Who is responsible for a listed opportunity. */
public record AssignmentSummary(
        @Schema(nullable = true, description = "The staff user who is responsible")
        Ref owner,

        @Schema(nullable = true, description = "The managing partner; in a collaboration, the lead")
        Ref partner,

        @Schema(nullable = true, description = "The partner's user that it is assigned to")
        Ref assignee,

        @Schema(description = "Whether several partners collaborate")
        boolean shared,

        @Schema(description = "The collaborating partners, lead first")
        List<String> collaborators,

        @JsonIgnore @Schema(hidden = true) Place place) {

    /** The caller's role in a collaboration; {@code lead} is null without one. */
    record Place(Boolean lead, boolean joined) {}

    /**
     * Creates it from database values.
     *
     * @param collaborators the names of the partners, one a line; null if there is no collaboration
     * @param placeId the caller's place in the collaboration; null for none
     */
    public AssignmentSummary(
            Ref owner,
            Ref partner,
            Ref assignee,
            UUID collaborationId,
            String collaborators,
            UUID placeId,
            Boolean lead,
            Instant joinedAt) {
        this(
                Ref.orNull(owner),
                Ref.orNull(named(partner, collaborators)),
                Ref.orNull(assignee),
                collaborationId != null,
                collaborators == null ? List.of() : collaborators.lines().toList(),
                new Place(placeId == null ? null : lead, joinedAt != null));
    }

    /** Other partners see only the name of the partner that leads. It is the first. */
    private static Ref named(Ref partner, String collaborators) {
        return partner.name() == null && collaborators != null
                ? new Ref(partner.id(), collaborators.lines().findFirst().orElse(null))
                : partner;
    }
}
