package ee.sild.registration.approval;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import ee.sild.opportunity.Opportunity;
import ee.sild.platform.Money;

/** The properties of a deal that determine who decides on its registration. */
public record Deal(UUID partnerId, Money value, UUID territoryId, List<UUID> productLines) {

    /** The deal that an opportunity and some product lines are. */
    public static Deal of(Opportunity opportunity, Collection<UUID> productLines) {
        return new Deal(
                opportunity.partnerId(),
                opportunity.details().estimatedValue(),
                opportunity.details().territoryId(),
                List.copyOf(productLines));
    }
}
