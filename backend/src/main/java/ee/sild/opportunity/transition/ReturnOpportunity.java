package ee.sild.opportunity.transition;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.security.CurrentUser;

/** Returns opportunities to the vendor. */
@ApplicationScoped
class ReturnOpportunity {

    private final MoveOpportunity moveOpportunity;
    private final Collaborators collaborators;
    private final Partners partners;
    private final CurrentUser user;

    ReturnOpportunity(
            MoveOpportunity moveOpportunity, Collaborators collaborators, Partners partners, CurrentUser user) {
        this.moveOpportunity = moveOpportunity;
        this.collaborators = collaborators;
        this.partners = partners;
        this.user = user;
    }

    /** In a collaboration one partner leaves; the last one returns it. */
    OpportunityView giveBack(UUID id, ReturnOpportunityRequest request, ExpectedVersion version) {
        return moveOpportunity.execute(id, version, (opportunity, by, now) -> {
            if (opportunity.collaborationId() == null) {
                return opportunity.work().giveBack(request.reasonCode(), request.reason(), by, now);
            }
            boolean others = collaborators.all(id).stream()
                    .anyMatch(one -> one.hasJoined() && !one.partnerId().equals(user.partnerId()));
            return others
                    ? opportunity
                            .sharing()
                            .leave(partners.ref(user.partnerId()), request.reasonCode(), request.reason(), by, now)
                    : opportunity.work().giveBack(request.reasonCode(), request.reason(), by, now);
        });
    }
}
