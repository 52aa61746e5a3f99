package ee.sild.opportunity.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.Alert;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Source;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Identified;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;

/** An opportunity in a list. */
public record OpportunitySummary(
        UUID id,
        @Schema(examples = "OPP-2026-000123") String number,
        @Schema(examples = "Võrgu uuendus kolmes laos") String topic,
        Ref customer,
        OpportunityStatus status,
        @Schema(nullable = true) Phase phase,

        @Schema(nullable = true, description = "Why it needs looking after")
        Alert alert,

        Source source,
        @Schema(nullable = true) Money estimatedValue,
        @Schema(nullable = true) Money actualValue,
        @Schema(nullable = true, description = "Percent") Integer probability,
        @Schema(nullable = true) LocalDate estimatedCloseDate,
        @Schema(nullable = true) LocalDate dueOn,

        @Schema(nullable = true, description = "The later date that the partner asks for")
        LocalDate requestedDueOn,

        @Schema(nullable = true, description = "The offer that waits for an answer")
        UUID distributionId,

        @Schema(nullable = true, description = "When the offer has to be answered")
        Instant answerBy,

        @Schema(nullable = true, description = "The partner that manages it; of several, the one that leads")
        Ref partner,

        @Schema(description = "Whether several partners work on it together")
        boolean shared,

        @Schema(description = "The partners that work on it together, the lead first")
        List<String> collaborators,

        @JsonIgnore @Schema(hidden = true) Place place,
        @Schema(nullable = true) Ref partnerUser,
        @Schema(nullable = true) Ref owner,

        @Schema(nullable = true, description = "Why it was declined, returned or lost")
        String reasonCode,

        List<OpportunityAction> actions,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Identified {

    /** The caller's role in a collaboration; {@code lead} is null without one. */
    record Place(Boolean lead, boolean joined) {}

    /** Creates the summary from database values; {@link #forCaller} adds the caller's actions. */
    public OpportunitySummary(
            UUID id,
            String number,
            String topic,
            UUID customerId,
            String customer,
            String status,
            Phase phase,
            String alert,
            Source source,
            BigDecimal estimatedValue,
            BigDecimal actualValue,
            String currency,
            Integer probability,
            LocalDate estimatedCloseDate,
            LocalDate dueOn,
            LocalDate requestedDueOn,
            UUID distributionId,
            Instant answerBy,
            UUID partnerId,
            String partner,
            UUID collaborationId,
            String collaborators,
            UUID placeId,
            Boolean lead,
            Instant joinedAt,
            UUID partnerUserId,
            String partnerUser,
            UUID ownerId,
            String owner,
            String reasonCode,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        this(
                id,
                number,
                topic,
                new Ref(customerId, customer),
                OpportunityStatus.valueOf(status),
                phase,
                alert == null ? null : Alert.valueOf(alert),
                source,
                Money.of(estimatedValue, currency),
                Money.of(actualValue, currency),
                probability,
                estimatedCloseDate,
                dueOn,
                requestedDueOn,
                distributionId,
                answerBy,
                Ref.orNull(new Ref(
                        partnerId,
                        partner == null && collaborators != null
                                ? collaborators.lines().findFirst().orElse(null)
                                : partner)),
                collaborationId != null,
                collaborators == null ? List.of() : collaborators.lines().toList(),
                new Place(placeId == null ? null : lead, joinedAt != null),
                Ref.orNull(new Ref(partnerUserId, partnerUser)),
                Ref.orNull(new Ref(ownerId, owner)),
                reasonCode,
                List.of(),
                createdAt,
                updatedAt,
                version);
    }

    public OpportunitySummary forCaller(CurrentUser user) {
        var party = Opportunities.party(status, shared, place.lead(), place.joined(), user);
        var open = OpportunityAction.open(status, source, shared, requestedDueOn != null, party, !user.isSeller());
        return new OpportunitySummary(
                id,
                number,
                topic,
                customer,
                status,
                phase,
                alert,
                source,
                estimatedValue,
                actualValue,
                probability,
                estimatedCloseDate,
                dueOn,
                requestedDueOn,
                distributionId,
                answerBy,
                partner,
                shared,
                collaborators,
                place,
                partnerUser,
                owner,
                reasonCode,
                open,
                createdAt,
                updatedAt,
                version);
    }
}
