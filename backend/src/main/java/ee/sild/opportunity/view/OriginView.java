package ee.sild.opportunity.view;

import java.time.Instant;
import java.util.List;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.Source;
import ee.sild.opportunity.state.ExternalReference;

/** Where an opportunity comes from, and what it is in other systems. */
public record OriginView(Source source, Instant createdAt, List<ExternalReference> externalReferences) {

    static OriginView of(Opportunity opportunity, OpportunityRelations relations) {
        return new OriginView(opportunity.source(), opportunity.createdAt(), relations.externalReferences());
    }
}
