package ee.sild.opportunity.transition;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.ExtensionSettings;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.security.CurrentUser;

/** Moves the due date of opportunities, or requests it. */
@ApplicationScoped
class ExtendOpportunity {

    private final MoveOpportunity moveOpportunity;
    private final CurrentUser user;
    private final ExtensionSettings extension;

    ExtendOpportunity(MoveOpportunity moveOpportunity, CurrentUser user, ExtensionSettings extension) {
        this.moveOpportunity = moveOpportunity;
        this.user = user;
        this.extension = extension;
    }

    OpportunityView extend(UUID id, ExtendOpportunityRequest request, ExpectedVersion version) {
        return moveOpportunity.execute(
                id,
                version,
                (opportunity, by, now) -> opportunity
                        .extension()
                        .extend(
                                request.dueOn(),
                                request.reason(),
                                extension.times(),
                                extension.days(),
                                user.id(),
                                by,
                                now));
    }

    OpportunityView decideExtension(UUID id, DecideExtensionRequest request, ExpectedVersion version) {
        request.check();
        return moveOpportunity.execute(id, version, (opportunity, by, now) -> {
            var requested = opportunity.dueDate().extensionRequest();
            boolean asRequested = request.granted() && request.dueOn() == null && requested != null;
            return opportunity
                    .extension()
                    .decideExtension(asRequested ? requested.dueOn() : request.dueOn(), request.reason(), by, now);
        });
    }
}
