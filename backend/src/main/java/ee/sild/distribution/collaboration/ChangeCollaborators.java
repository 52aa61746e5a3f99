package ee.sild.distribution.collaboration;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/** Adds partners to an opportunity, makes one of them the lead, and removes them. */
@ApplicationScoped
public class ChangeCollaborators {

    private final Collaboration collaboration;
    private final AddCollaborator addCollaborator;
    private final RemoveCollaborator removeCollaborator;
    private final Collaborators collaborators;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Clock clock;

    ChangeCollaborators(
            Collaboration collaboration,
            AddCollaborator addCollaborator,
            RemoveCollaborator removeCollaborator,
            Collaborators collaborators,
            Opportunities opportunities,
            CurrentUser user,
            Clock clock) {
        this.collaboration = collaboration;
        this.addCollaborator = addCollaborator;
        this.removeCollaborator = removeCollaborator;
        this.collaborators = collaborators;
        this.opportunities = opportunities;
        this.user = user;
        this.clock = clock;
    }

    /** Adds a partner, or changes whether an existing one leads. The first partner starts the collaboration. */
    public Opportunity put(
            UUID opportunityId, UUID partnerId, AddCollaboratorRequest request, ExpectedVersion version) {
        var opportunity = opportunities.lock(opportunityId, user, version);
        Instant now = clock.instant();
        var existing = collaborators.of(opportunityId, partnerId);
        if (existing.isEmpty()) {
            var violations = new Violations()
                    .addIf(!addCollaborator.accepts(opportunity, partnerId), "/partnerId", "partner.not-active");
            request.check(now, violations);
            violations.throwIfAny();
            addCollaborator.addIfAbsent(opportunity, partnerId, request, now);
        } else if (request.lead() != null && request.lead() != existing.get().isLead()) {
            collaboration.lead(opportunity, existing.get(), request.lead(), now);
        }
        opportunities.flush();
        return opportunity;
    }

    /**
     * Removes a partner, or recalls its unanswered offer. The last one cannot be removed; the opportunity is taken back
     * instead.
     */
    Opportunity remove(UUID opportunityId, UUID partnerId, ExpectedVersion version) {
        var opportunity = opportunities.lock(opportunityId, user, version);
        var collaborator = collaborators.of(opportunityId, partnerId).orElseThrow(NotFound::new);
        removeCollaborator.remove(opportunity, collaborator, clock.instant());
        opportunities.flush();
        return opportunity;
    }
}
