package ee.sild.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.state.ExternalReference;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.platform.security.RowSecurity;

/** The opportunities. Staff see all, a partner's users those of their company, a seller only assigned ones. */
@ApplicationScoped
public class Opportunities implements PanacheRepositoryBase<Opportunity, UUID> {

    private final Session session;
    private final RowSecurity rows;
    private final Collaborators collaborators;

    Opportunities(Session session, RowSecurity rows, Collaborators collaborators) {
        this.session = session;
        this.rows = rows;
        this.collaborators = collaborators;
    }

    /** Returns the opportunity; throws {@link NotFound} if the viewer may not see it. */
    public Opportunity get(UUID id, CurrentUser viewer) {
        return find(id, viewer).orElseThrow(NotFound::new);
    }

    /** The opportunity with this ID; empty if the viewer may not see it. */
    public Optional<Opportunity> find(UUID id, CurrentUser viewer) {
        return findByIdOptional(id).filter(opportunity -> isVisible(opportunity, viewer));
    }

    /** Locks the row for a change: a concurrent request waits and then sees the change. */
    public Opportunity lock(UUID id, CurrentUser viewer) {
        var opportunity = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> isVisible(found, viewer))
                .orElseThrow(NotFound::new);
        rows.keepVisible(id);
        return opportunity;
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

    private boolean isVisible(Opportunity opportunity, CurrentUser viewer) {
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

    /** Locks it for a claim from the pool. Throws {@code pool.taken} if another partner was first. */
    public Opportunity lockPooled(UUID id, CurrentUser viewer) {
        // Checked before the lock: a caller who no longer sees it is too late, even if only just.
        if (findByIdOptional(id).filter(pooled -> isVisible(pooled, viewer)).isEmpty()) {
            throw cameTooLate(id, viewer.partnerId()) ? new RuleViolation("pool.taken") : new NotFound();
        }
        session.clear();
        return lock(id);
    }

    private boolean cameTooLate(UUID pooled, UUID partner) {
        return rows.asSystem(
                () -> session.createNativeQuery("select pool_was_open_to(:pooled, :partner)", Boolean.class)
                        .setParameter("pooled", pooled)
                        .setParameter("partner", partner)
                        .getSingleResult());
    }

    /** The caller's party in a visible opportunity. */
    public Party party(Opportunity opportunity, CurrentUser user) {
        boolean shared = opportunity.collaborationId() != null;
        var collaborator = shared && !user.isStaff()
                ? collaborators.of(opportunity.id(), user.partnerId())
                : Optional.<Collaborator>empty();
        return party(
                opportunity.status(),
                shared,
                collaborator.map(Collaborator::isLead).orElse(null),
                collaborator.map(Collaborator::hasJoined).orElse(false),
                user);
    }

    /**
     * The caller's party in an opportunity.
     *
     * @param lead whether the caller's company leads the collaboration; null if it is not part of one
     */
    public static Party party(
            OpportunityStatus status, boolean shared, Boolean lead, boolean joined, CurrentUser user) {
        if (user.isStaff()) {
            return user.role() == Role.ANALYST ? Party.READER : Party.STAFF;
        }
        if (status == OpportunityStatus.POOL) {
            return Party.ANY_PARTNER;
        }
        if (shared && joined) {
            return Boolean.TRUE.equals(lead) ? Party.MANAGING_PARTNER : Party.COLLABORATOR;
        }
        return shared || status == OpportunityStatus.DELIVERED ? Party.OFFERED_PARTNER : Party.MANAGING_PARTNER;
    }

    /** Why it needs attention; null if it does not. */
    public Alert alert(Opportunity opportunity, OpportunityStatus status, Instant now) {
        if (!status.isWorked()) {
            return null;
        }
        var alert = session.createNativeQuery("""
                select alert_of(:status, partner_active_at(:id, :accepted), :accepted, cast(:due as date),
                  :now)""", String.class)
                .setParameter("status", status.name())
                .setParameter("id", opportunity.id())
                .setParameter("accepted", opportunity.pipeline().acceptedAt())
                .setParameter("due", opportunity.dueDate().dueOn())
                .setParameter("now", now)
                .getSingleResult();
        return alert == null ? null : Alert.valueOf(alert);
    }

    public String nextNumber(int year) {
        long next = session.createNativeQuery("select nextval('opportunity_number')", Long.class)
                .getSingleResult();
        return "OPP-%d-%06d".formatted(year, next);
    }

    /** Which of these references another opportunity already has. */
    public List<ExternalReference> taken(List<ExternalReference> references, UUID exceptOf) {
        return references.isEmpty()
                ? List.of()
                : rows.asSystem(() -> references.stream()
                        .filter(reference -> session.createSelectionQuery("""
                select count(*) from Opportunity o join o.details.externalReferences r
                where r.system = :system and r.externalId = :id and o.id <> :except""", Long.class)
                                        .setParameter("system", reference.system())
                                        .setParameter("id", reference.externalId())
                                        .setParameter("except", exceptOf)
                                        .getSingleResult()
                                > 0)
                        .toList());
    }
}
