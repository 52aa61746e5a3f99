package ee.sild.timeline;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.platform.Ids;

import static jakarta.persistence.EnumType.STRING;

/** An event of an opportunity, stored permanently. */
@Entity
@Table(name = "opportunity_event")
class RecordedEvent {

    @Id
    private UUID id;

    private UUID opportunityId;

    @Enumerated(STRING)
    private EventKind kind;

    private UUID actorId;
    private UUID partnerId;
    private UUID collaborationId;
    private boolean staffOnly;

    @JdbcTypeCode(SqlTypes.JSON)
    private String details;

    private Instant at;
    private boolean byPartner;

    protected RecordedEvent() {
        // for Hibernate
    }

    /** @param byPartner whether a user of a partner caused it */
    RecordedEvent(TimelineEvent event, UUID actorId, boolean byPartner, String details) {
        this.id = Ids.next();
        this.opportunityId = event.opportunityId();
        this.kind = event.kind();
        this.actorId = actorId;
        this.byPartner = byPartner;
        this.partnerId = event.partnerId();
        this.collaborationId = event.collaborationId();
        this.staffOnly = event.staffOnly();
        this.details = details;
        this.at = event.at();
    }
}
