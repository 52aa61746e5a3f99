package ee.sild.opportunity.state;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;

import static jakarta.persistence.EnumType.STRING;

/**
 * How far a partner's work on an opportunity has come.
 *
 * @param phase null while no partner works on it
 * @param assignee the user of the partner that works on it; null if nobody is assigned or several partners share it
 * @param acceptedAt when the partner started; null while no partner works on it
 */
@Embeddable
public record Pipeline(
        @Enumerated(STRING) Phase phase,
        @Column(name = "partner_user_id") UUID assignee,
        Instant acceptedAt) {

    public static final Pipeline NONE = new Pipeline(null, null, null);

    /** A partner starts to work on it. */
    public static Pipeline start(UUID assignee, Instant now) {
        return new Pipeline(Phase.PROSPECT, assignee, now);
    }

    /** A partner works on it again. An opportunity that was closed before it was accepted starts now. */
    public Pipeline restart(Instant now) {
        return phase == null ? new Pipeline(Phase.PROSPECT, assignee, acceptedAt == null ? now : acceptedAt) : this;
    }

    public Pipeline in(Phase next) {
        return new Pipeline(next, assignee, acceptedAt);
    }

    public Pipeline assignedTo(UUID user) {
        return new Pipeline(phase, user, acceptedAt);
    }
}
