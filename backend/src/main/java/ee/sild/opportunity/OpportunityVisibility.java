package ee.sild.opportunity;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** Which opportunities a user may see: the conditions of {@link Opportunities#get} for one that is loaded. */
@ApplicationScoped
class OpportunityVisibility {

    private final Session session;
    private final RowSecurity rows;
    private final Collaborators collaborators;

    OpportunityVisibility(Session session, RowSecurity rows, Collaborators collaborators) {
        this.session = session;
        this.rows = rows;
        this.collaborators = collaborators;
    }

    boolean isVisible(Opportunity opportunity, CurrentUser viewer) {
        if (viewer.partnerScope() == null) {
            return true;
        }
        UUID assignee = viewer.assigneeScope();
        if (opportunity.status() == OpportunityStatus.POOL) {
            return assignee == null && isOpenTo(opportunity.id(), viewer.partnerScope());
        }
        if (opportunity.collaborationId() != null) {
            return collaborators
                    .of(opportunity.id(), viewer.partnerScope())
                    .filter(mine -> assignee == null || assignee.equals(mine.partnerUserId()))
                    .isPresent();
        }
        boolean assigned = assignee == null
                || (assignee.equals(opportunity.pipeline().assignee())
                        && opportunity.status() != OpportunityStatus.DELIVERED);
        return viewer.sees(opportunity.partnerId()) && assigned;
    }

    private boolean isOpenTo(UUID pooled, UUID partner) {
        return session.createNativeQuery("select pool_is_open_to(:pooled, :partner)", Boolean.class)
                .setParameter("pooled", pooled)
                .setParameter("partner", partner)
                .getSingleResult();
    }

    /** Whether a partner would have seen it in the pool, from which another one has claimed it. */
    boolean wasInPool(UUID pooled, UUID partner) {
        return rows.asSystem(
                () -> session.createNativeQuery("select pool_was_open_to(:pooled, :partner)", Boolean.class)
                        .setParameter("pooled", pooled)
                        .setParameter("partner", partner)
                        .getSingleResult());
    }
}
