package ee.sild.registration;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * Who submitted a registration last, and what they wrote.
 *
 * @param appealed whether the partner has submitted it again after a rejection, which it may do once
 */
@Embeddable
public record Submission(String comment, UUID submittedBy, Instant submittedAt, boolean appealed) {

    Submission again(String words, UUID by, Instant now, boolean afterRejection) {
        return new Submission(words, by, now, appealed || afterRejection);
    }
}
