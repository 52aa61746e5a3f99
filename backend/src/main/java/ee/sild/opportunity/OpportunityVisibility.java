package ee.sild.opportunity;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** Which opportunities a user may see: the conditions of {@link Opportunities#get} for one that is loaded. */
@ApplicationScoped
class OpportunityVisibility {

    private final Session session;
    private final RowSecurity rows;
    private final Collaborators collaborators;
    private final Clock clock;

    OpportunityVisibility(Session session, RowSecurity rows, Collaborators collaborators, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.collaborators = collaborators;
        this.clock = clock;
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
        return ScalarQuery.of(session, "select pool_is_open_to(:pooled, :partner, :now)", Boolean.class)
                .setParameter("pooled", pooled)
                .setParameter("partner", partner)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    /** Whether a partner would have seen it in the pool, from which another one has claimed it. */
    boolean wasInPool(UUID pooled, UUID partner) {
        return rows.asSystem(
                () -> ScalarQuery.of(session, "select pool_was_open_to(:pooled, :partner, :now)", Boolean.class)
                        .setParameter("pooled", pooled)
                        .setParameter("partner", partner)
                        .setParameter("now", clock.instant())
                        .getSingleResult());
    }

    /**
     * The rules that exclude a partner from an opportunity in the pool; empty if it is not in the pool. Locks the
     * claims of the partner until the end of the transaction.
     */
    Optional<Set<MatchingRule>> objectionsToClaim(UUID pooled, UUID partner) {
        return ScalarQuery.of(session, "select pool_objections(:pooled, :partner, :now)", String[].class)
                .setParameter("pooled", pooled)
                .setParameter("partner", partner)
                .setParameter("now", clock.instant())
                .uniqueResultOptional()
                .map(rules -> Stream.of(rules).map(MatchingRule::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
