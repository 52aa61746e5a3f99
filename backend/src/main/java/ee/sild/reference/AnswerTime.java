package ee.sild.reference;

import java.time.Instant;

/**
 * When the answer to an offer is due.
 *
 * @param remindAt when the partner is reminded; null for never
 */
public record AnswerTime(Instant answerBy, Instant remindAt) {}
