package ee.sild.opportunity.state;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * The offer of an opportunity to one partner.
 *
 * @param distributionId the offer that waits for an answer; null for none
 * @param answerBy when it has to be answered; null for none
 * @param deliveredAt when a partner last got the opportunity, by an offer or otherwise
 */
@Embeddable
public record CurrentOffer(UUID distributionId, Instant answerBy, Instant deliveredAt) {

    public static final CurrentOffer NONE = new CurrentOffer(null, null, null);

    public static CurrentOffer delivered(Instant now) {
        return new CurrentOffer(null, null, now);
    }

    public CurrentOffer ended() {
        return new CurrentOffer(null, null, deliveredAt);
    }
}
