package ee.sild.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.Page;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.registration.approval.Approval;

/** The registrations. Staff see all, a partner its own, sellers only those of opportunities assigned to them. */
@ApplicationScoped
public class DealRegistrations implements PanacheRepositoryBase<DealRegistration, UUID> {

    private static final String ASSIGNED = """
            exists (select 1 from Opportunity o where o.id = r.opportunityId
              and cast(function('sees_opportunity', o.partnerId, o.collaborationId, o.pipeline.assignee, o.status,
                r.partnerId, true, :viewer) as Boolean))""";
    /** The same condition as {@link Approval#isTurnOf}, for users who approve. */
    private static final String DECIDABLE = """
            r.status = SUBMITTED and cast(function('is_turn_of', r.id, :decider, :admin) as Boolean)""";

    private final Session session;
    private final Opportunities opportunities;

    DealRegistrations(Session session, Opportunities opportunities) {
        this.session = session;
        this.opportunities = opportunities;
    }

    public DealRegistration get(UUID id, CurrentUser viewer) {
        return findByIdOptional(id)
                .filter(found -> viewer.sees(found.partnerId()) && isAssigned(found, viewer))
                .orElseThrow(NotFound::new);
    }

    private boolean isAssigned(DealRegistration registration, CurrentUser viewer) {
        if (viewer.assigneeScope() == null) {
            return true;
        }
        try {
            return opportunities.get(registration.opportunityId(), viewer) != null;
        } catch (NotFound e) {
            return false;
        }
    }

    /** The latest registration of a visible opportunity. */
    public Optional<DealRegistration> latest(UUID opportunity, CurrentUser viewer) {
        return find("opportunityId = ?1 order by submission.submittedAt desc", opportunity).stream()
                .filter(found -> viewer.sees(found.partnerId()))
                .findFirst();
    }

    /** The pending or approved registration of an opportunity. */
    public Optional<DealRegistration> open(UUID opportunity) {
        return find(
                        "opportunityId = ?1 and status in ?2",
                        opportunity,
                        List.of(RegistrationStatus.SUBMITTED, RegistrationStatus.RETURNED, RegistrationStatus.APPROVED))
                .firstResultOptional();
    }

    /**
     * Whether someone has exclusivity for one of the product lines at that time, on any record with the company's
     * registry code. Takes the company's lock.
     */
    public boolean isTaken(DealRegistration registration, Instant from) {
        session.createNativeQuery("""
                select 1 from customer c,
                  pg_advisory_xact_lock(hashtextextended('exclusivity ' || coalesce(c.country || ' ' || c.registry_code, cast(c.id as text)), 0))
                 where c.id = :customer""", Integer.class)
                .setParameter("customer", registration.customerId())
                .getSingleResult();
        return session.createNativeQuery("""
                select exists (select from deal_registration_product_line x
                                where x.customer_id in (select cast(:customer as uuid)
                                                        union all
                                                        select o.id from customer c join customer o
                                                          on o.country = c.country and o.registry_code = c.registry_code
                                                         where c.id = :customer)
                                  and x.product_line_id in (:lines) and x.registration_id <> :id
                                    and upper(x.exclusive) > :from)""", Boolean.class)
                .setParameter("customer", registration.customerId())
                .setParameter("lines", registration.productLines())
                .setParameter("id", registration.id())
                .setParameter("from", from)
                .getSingleResult();
    }

    public String nextNumber(int year) {
        long next = session.createNativeQuery("select nextval('deal_registration_number')", Long.class)
                .getSingleResult();
        return "REG-%d-%06d".formatted(year, next);
    }

    public Page<DealRegistration> search(RegistrationFilter filter, PageRequest listing, CurrentUser viewer) {
        var list = new KeysetQuery<DealRegistration>("r", "DealRegistration r", "r")
                .sortable("submittedAt", "r.submission.submittedAt", Instant.class)
                .sortable("decideBy", "r.approval.decideBy", Instant.class)
                .sortable(
                        "exclusiveUntil",
                        "coalesce(r.exclusivity.exclusiveUntil, r.submission.submittedAt)",
                        Instant.class)
                .where("r.partnerId = :own", "own", viewer.partnerScope())
                .where(ASSIGNED, "viewer", viewer.assigneeScope());
        filter.apply(list);
        if (filter.decidable) {
            boolean approves = viewer.role() == Role.ADMIN || viewer.role() == Role.CHANNEL_MANAGER;
            list.where(approves ? DECIDABLE : "1 = 0");
            if (approves) {
                list.with("decider", viewer.id()).with("admin", viewer.role() == Role.ADMIN);
            }
        }
        return list.page(session, listing, "-submittedAt");
    }

    public List<UUID> expired(Instant now) {
        return due(
                "status = 'APPROVED' and exclusivity.exclusiveUntil <= :now order by exclusivity.exclusiveUntil", now);
    }

    public List<UUID> toRemind(Instant now) {
        return due(
                "status = 'APPROVED' and exclusivity.remindedAt is null and exclusivity.remindAt <= :now "
                        + "and exclusivity.exclusiveUntil > :now order by exclusivity.remindAt",
                now);
    }

    public List<UUID> overdue(Instant now) {
        return due(
                "status = 'SUBMITTED' and not approval.overdueTold and approval.decideBy <= :now "
                        + "order by approval.decideBy",
                now);
    }

    public List<UUID> toDecideSoon(Instant now) {
        return due(
                "status = 'SUBMITTED' and not approval.decisionReminded and "
                        + "approval.decisionRemindAt <= :now order by approval.decisionRemindAt",
                now);
    }

    public List<UUID> automatic(Instant now) {
        return due(
                "status = 'SUBMITTED' and approval.automatic and submission.submittedAt <= :now "
                        + "order by submission.submittedAt",
                now);
    }

    private List<UUID> due(String which, Instant now) {
        return session.createSelectionQuery("select id from DealRegistration where " + which, UUID.class)
                .setParameter("now", now)
                .setMaxResults(BatchRunner.AT_ONCE)
                .getResultList();
    }
}
