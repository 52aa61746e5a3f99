package ee.sild.opportunity.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;

/**
 * How an opportunity ended, or why a partner does not work on it any more.
 *
 * @param actualValue what it was won for, in the opportunity's currency; null unless it is won
 * @param closedOn the business date of the closing
 */
@Embeddable
public record Closing(BigDecimal actualValue, Instant closedAt, LocalDate closedOn, String reasonCode, String reason) {

    public static final Closing NONE = new Closing(null, null, null, null, null);

    public Closing because(String code, String why) {
        return new Closing(actualValue, closedAt, closedOn, code, why);
    }
}
