package ee.sild.partner.reference;

import java.time.Instant;

/**
 * How long an offer waits for its answer.
 *
 * @param remindAt when the partner is reminded of it; null for never
 */
public record AnswerTime(Instant answerBy, Instant remindAt) {}
