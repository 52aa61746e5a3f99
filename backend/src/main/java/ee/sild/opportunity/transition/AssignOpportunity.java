package ee.sild.opportunity.transition;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.UserStatus;
import ee.sild.identity.Users;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.CurrentUser;

/** Assigns opportunities to users of the partners that work on them. */
@ApplicationScoped
public class AssignOpportunity {

    private final MoveOpportunity moveOpportunity;
    private final OpportunityViews views;
    private final Users users;
    private final Collaborators collaborators;
    private final CurrentUser user;

    AssignOpportunity(
            MoveOpportunity moveOpportunity,
            OpportunityViews views,
            Users users,
            Collaborators collaborators,
            CurrentUser user) {
        this.moveOpportunity = moveOpportunity;
        this.views = views;
        this.users = users;
        this.collaborators = collaborators;
        this.user = user;
    }

    OpportunityView assign(UUID id, UUID assigneeId, ExpectedVersion version) {
        return views.view(assignTo(id, assigneeId, version), user);
    }

    /** Assigns it to a user of the caller's partner, or for staff, of any partner that works on it. */
    public Opportunity assignTo(UUID id, UUID assigneeId, ExpectedVersion version) {
        return moveOpportunity.move(id, version, (opportunity, by, now) -> {
            var assignee = users.findByIdOptional(assigneeId)
                    .filter(found -> found.status() == UserStatus.ACTIVE)
                    .filter(found -> user.isStaff() || user.partnerId().equals(found.partnerId()))
                    .orElseThrow(() -> new Invalid("/userId", "unknown-reference"));
            boolean shared = opportunity.collaborationId() != null;
            var collaborator = collaborators.of(id, assignee.partnerId()).filter(Collaborator::hasJoined);
            if (shared ? collaborator.isEmpty() : !assignee.partnerId().equals(opportunity.partnerId())) {
                throw new Invalid("/userId", "unknown-reference");
            }
            var event = opportunity.work().assign(new Ref(assignee.id(), assignee.name()), by, now);
            collaborator.ifPresent(one -> one.assign(assignee.id()));
            return event;
        });
    }
}
