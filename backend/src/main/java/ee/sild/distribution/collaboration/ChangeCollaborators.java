package ee.sild.distribution.collaboration;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/** Adds partners to an opportunity, makes one of them the lead, and removes them. */
@ApplicationScoped
public class ChangeCollaborators {

    private final EligiblePartners eligible;
    private final Collaboration collaboration;
    private final AddCollaborator addCollaborator;
    private final RemoveCollaborator removeCollaborator;
    private final Collaborators collaborators;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Clock clock;

    ChangeCollaborators(
            EligiblePartners eligible,
            Collaboration collaboration,
            AddCollaborator addCollaborator,
            RemoveCollaborator removeCollaborator,
            Collaborators collaborators,
            Opportunities opportunities,
            CurrentUser user,
            Clock clock) {
        this.eligible = eligible;
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
            var check = eligible.check(opportunityId, Map.of(partnerId, "/partnerId"), now);
            var violations = new Violations()
                    .addIf(!addCollaborator.accepts(opportunity, partnerId), "/partnerId", "partner.not-active");
            request.check(now, violations);
            violations.throwIfAny();
            OpportunityAction.COLLABORATE.require(opportunity.situation(opportunities.party(opportunity, user)));
            eligible.override(opportunity, check, request.overrideReason(), now);
            addCollaborator.addIfAbsent(opportunity, partnerId, request, now);
        } else if (request.lead() != null && changesLead(existing.get(), request.lead())) {
            collaboration.lead(opportunity, existing.get(), request.lead(), now);
        }
        collaboration.settleLead(opportunity, now);
        opportunities.flush();
        return opportunity;
    }

    /** A partner that leads because it is the only one is named to lead on when there are others; it cannot stop. */
    private static boolean changesLead(Collaborator existing, boolean leads) {
        return existing.isLeadAlone() ? leads : leads != existing.isLead();
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
