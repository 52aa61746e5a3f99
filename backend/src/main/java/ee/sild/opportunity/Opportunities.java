package ee.sild.opportunity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.VendorDays;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.ApiException;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** The opportunities. Staff see all, a partner's users those of their company, a seller only assigned ones. */
@ApplicationScoped
public class Opportunities implements PanacheRepositoryBase<Opportunity, UUID> {

    private static final String LOCK = "select o, " + RowSecurity.KEEP_VISIBLE.formatted("cast(o.id as String)")
            + " from Opportunity o where o.id = :id";

    private final Session session;
    private final RowSecurity rows;
    private final OpportunityVisibility visibility;
    private final Collaborators collaborators;

    Opportunities(Session session, RowSecurity rows, OpportunityVisibility visibility, Collaborators collaborators) {
        this.session = session;
        this.rows = rows;
        this.visibility = visibility;
        this.collaborators = collaborators;
    }

    /** Returns the opportunity; throws {@link NotFound} if the viewer may not see it. */
    public Opportunity get(UUID id, CurrentUser viewer) {
        return find(id, viewer).orElseThrow(NotFound::new);
    }

    /** The opportunity with this ID; empty if the viewer may not see it. */
    public Optional<Opportunity> find(UUID id, CurrentUser viewer) {
        return findByIdOptional(id).filter(opportunity -> visibility.isVisible(opportunity, viewer));
    }

    /** Locks the row for a change: a concurrent request waits and then sees the change. */
    public Opportunity lock(UUID id, CurrentUser viewer) {
        return session.createSelectionQuery(LOCK, Object[].class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional()
                .map(row -> (Opportunity) row[0])
                .filter(found -> visibility.isVisible(found, viewer))
                .orElseThrow(NotFound::new);
    }

    /** Locks the row for a change, if it still has the version that the caller expects. */
    public Opportunity lock(UUID id, CurrentUser viewer, ExpectedVersion version) {
        var opportunity = lock(id, viewer);
        version.check(opportunity.version());
        return opportunity;
    }

    /**
     * Locks the opportunity of an offer or a registration that the caller may change, and reads that again: a
     * concurrent request may have changed it. The opportunity is always locked first.
     */
    public Opportunity lockBefore(UUID id, Object entity) {
        var opportunity = lock(id);
        session.refresh(entity);
        return opportunity;
    }

    /** Locks it without asking what the caller may see. */
    public Opportunity lock(UUID id) {
        rows.keepVisible(id);
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks it for a claim from the pool. Throws {@code pool.taken} if another partner was first, and
     * {@code partner.full} if only its capacity excludes the partner.
     */
    public Opportunity lockPooled(UUID id, CurrentUser viewer) {
        // Checked before the lock: a caller who no longer sees it is too late, even if only just.
        if (findByIdOptional(id)
                .filter(pooled -> visibility.isVisible(pooled, viewer))
                .isEmpty()) {
            throw whyNotClaimed(id, viewer);
        }
        session.clear();
        var opportunity = lock(id);
        if (!visibility
                .objectionsToClaim(id, viewer.partnerId())
                .map(Set::isEmpty)
                .orElse(true)) {
            throw whyNotClaimed(id, viewer);
        }
        return opportunity;
    }

    /** A partner learns that it is too late or full if that is all that excludes it. */
    private ApiException whyNotClaimed(UUID id, CurrentUser viewer) {
        UUID partner = viewer.partnerId();
        if (visibility.objectionsToClaim(id, partner).equals(Optional.of(Set.of(MatchingRule.CAPACITY)))) {
            return new RuleViolation("partner.full");
        }
        return visibility.wasInPool(id, partner) ? new RuleViolation("pool.taken") : new NotFound();
    }

    /** The caller's party in a visible opportunity. */
    public Party party(Opportunity opportunity, CurrentUser user) {
        boolean shared = opportunity.collaborationId() != null;
        var collaborator = shared && !user.isStaff()
                ? collaborators.of(opportunity.id(), user.partnerId())
                : Optional.<Collaborator>empty();
        var lead = collaborator.map(Collaborator::isLead).orElse(null);
        boolean joined = collaborator.map(Collaborator::hasJoined).orElse(false);
        return Party.of(opportunity.status(), shared, lead, joined, user);
    }

    /** The partners that have the opportunity: offered to them, or to work on. */
    public Set<UUID> partnersOf(Opportunity opportunity) {
        return opportunity.collaborationId() == null
                ? Stream.ofNullable(opportunity.partnerId()).collect(Collectors.toSet())
                : collaborators.all(opportunity.id()).stream()
                        .map(Collaborator::partnerId)
                        .collect(Collectors.toSet());
    }

    /** The partners that work on it. */
    public Set<UUID> workingOn(Opportunity opportunity) {
        if (opportunity.collaborationId() == null) {
            return opportunity.status() == OpportunityStatus.DELIVERED ? Set.of() : partnersOf(opportunity);
        }
        return collaborators.all(opportunity.id()).stream()
                .filter(Collaborator::hasJoined)
                .map(Collaborator::partnerId)
                .collect(Collectors.toSet());
    }

    /** The number of an opportunity that is created now. */
    public String nextNumber(Instant now) {
        long next = ScalarQuery.of(session, "select nextval('opportunity_number')", Long.class)
                .getSingleResult();
        return "OPP-%d-%06d".formatted(VendorDays.of(now).getYear(), next);
    }
}
