package ee.sild.opportunity.view;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.ExtensionSettings;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityStatus;

/** Shows where an opportunity stands. */
@ApplicationScoped
class PipelineViews {

    private final ExtensionSettings extension;
    private final Clock clock;

    PipelineViews(ExtensionSettings extension, Clock clock) {
        this.extension = extension;
        this.clock = clock;
    }

    PipelineView of(Opportunity opportunity, OpportunityRelations relations, OpportunityStatus status, boolean hidden) {
        return new PipelineView(
                opportunity.pipeline().phase(),
                status.isWorked() ? relations.alert() : null,
                opportunity.details().probability(),
                opportunity.details().estimatedCloseDate(),
                opportunity.pipeline().acceptedAt(),
                opportunity.dueDate().dueOn(),
                opportunity.dueDate().extensions(),
                opportunity.status().isWorked()
                        ? opportunity
                                .dueDate()
                                .extendableUntil(extension.times(), extension.days(), clock.instant())
                                .orElse(null)
                        : null,
                hidden ? null : request(opportunity, relations));
    }

    private static ExtensionRequestView request(Opportunity opportunity, OpportunityRelations relations) {
        var request = opportunity.dueDate().extensionRequest();
        return request == null
                ? null
                : new ExtensionRequestView(
                        request.dueOn(), request.reason(), relations.extensionRequester(), request.requestedAt());
    }
}
