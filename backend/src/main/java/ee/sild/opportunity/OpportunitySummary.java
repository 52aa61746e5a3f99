package ee.sild.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.CurrentUser;
import ee.sild.platform.Identified;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;

/** An opportunity as a list shows it. */
public record OpportunitySummary(UUID id, @Schema(examples = "OPP-2026-000123") String number,
        @Schema(examples = "Võrgu uuendus kolmes laos") String topic, Ref customer, OpportunityStatus status,
        @Schema(nullable = true) Phase phase, Source source, @Schema(nullable = true) Money estimatedValue,
        @Schema(nullable = true) Money actualValue, @Schema(nullable = true, description = "Percent") Integer probability,
        @Schema(nullable = true) LocalDate estimatedCloseDate, @Schema(nullable = true) LocalDate dueOn,
        @Schema(nullable = true, description = "The offer that waits for an answer") UUID distributionId,
        @Schema(nullable = true, description = "When the offer has to be answered") Instant answerBy,
        @Schema(nullable = true) Ref partner, @Schema(nullable = true) Ref partnerUser, @Schema(nullable = true) Ref owner,
        @Schema(nullable = true, description = "Why it was declined, returned or lost") String reasonCode,
        List<OpportunityAction> actions, Instant createdAt, Instant updatedAt, long version) implements Identified {

    /** As the database has it; {@link #forCaller} adds what the caller may do. */
    public OpportunitySummary(UUID id, String number, String topic, UUID customerId, String customer, OpportunityStatus status,
            Phase phase, Source source, BigDecimal estimatedValue, BigDecimal actualValue, String currency, Integer probability,
            LocalDate estimatedCloseDate, LocalDate dueOn, UUID distributionId, Instant answerBy, UUID partnerId, String partner,
            UUID partnerUserId, String partnerUser, UUID ownerId, String owner, String reasonCode, Instant createdAt, Instant updatedAt,
            long version) {
        this(id, number, topic, new Ref(customerId, customer), status, phase, source, Money.of(estimatedValue, currency),
                Money.of(actualValue, currency), probability, estimatedCloseDate, dueOn, distributionId, answerBy,
                Ref.orNull(new Ref(partnerId, partner)), Ref.orNull(new Ref(partnerUserId, partnerUser)),
                Ref.orNull(new Ref(ownerId, owner)), reasonCode, List.of(), createdAt, updatedAt, version);
    }

    OpportunitySummary forCaller(CurrentUser user) {
        var open = OpportunityAction.open(status, source, Opportunities.party(status, user), !user.isSeller());
        return new OpportunitySummary(id, number, topic, customer, status, phase, source, estimatedValue, actualValue, probability,
                estimatedCloseDate, dueOn, distributionId, answerBy, partner, partnerUser, owner, reasonCode, open, createdAt,
                updatedAt, version);
    }
}
