package ee.sild.opportunity.view;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.Users;
import ee.sild.opportunity.ExtensionSettings;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityStatus;

/** Shows where an opportunity stands. */
@ApplicationScoped
class PipelineViews {

    private final Alerts alerts;
    private final Users users;
    private final ExtensionSettings extension;
    private final Clock clock;

    PipelineViews(Alerts alerts, Users users, ExtensionSettings extension, Clock clock) {
        this.alerts = alerts;
        this.users = users;
        this.extension = extension;
        this.clock = clock;
    }

    PipelineView of(Opportunity opportunity, OpportunityStatus status, boolean hidden) {
        return new PipelineView(
                opportunity.pipeline().phase(),
                alerts.of(opportunity, status, clock.instant()),
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
                hidden ? null : request(opportunity));
    }

    private ExtensionRequestView request(Opportunity opportunity) {
        var request = opportunity.dueDate().extensionRequest();
        return request == null
                ? null
                : new ExtensionRequestView(
                        request.dueOn(), request.reason(), users.ref(request.requestedBy()), request.requestedAt());
    }
}
