package ee.sild.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.view.OpportunityFilter;
import ee.sild.opportunity.view.OpportunitySummary;
import ee.sild.platform.Page;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.platform.security.RowSecurity;

/** The opportunities. Staff see all, a partner's users those of their company, a seller only assigned ones. */
@ApplicationScoped
public class Opportunities implements PanacheRepositoryBase<Opportunity, UUID> {

    /** For a partner that is asked to join a collaboration, the opportunity is still on offer. */
    public static final String STATUS = "case when mine.id is not null and mine.joinedAt is null then 'DELIVERED' else "
            + "cast(o.status as String) end";
    /** A partner that only has an offer does not know the customer yet, but sees its name. */
    public static final String CUSTOMER =
            "coalesce(c.name, cast(function('offered_customer_name', o.customerId) as String))";

    public static final String ALERT = """
            cast(function('alert_of', """ + STATUS + """
            , function('partner_active_at', o.id, o.pipeline.acceptedAt), o.pipeline.acceptedAt,
              o.dueDate.dueOn, :now) as String)""";

    /** Whether a partner works on it. */
    public static final String WORKED = "cast(function('is_worked', o.status) as Boolean)";

    private static final String SUMMARY = """
            new ee.sild.opportunity.view.OpportunitySummary(o.id, o.number, o.details.topic, o.source, """ + STATUS + """
            , """ + ALERT + """
            , new ee.sild.platform.Ref(o.customerId, """ + CUSTOMER + """
            ),
            new ee.sild.opportunity.view.OpportunityValueView(o.details.currency, o.details.estimatedValue, o.closing.actualValue),
            new ee.sild.opportunity.view.PipelineSummary(
              o.pipeline.phase, o.details.probability, o.details.estimatedCloseDate, o.dueDate.dueOn, o.dueDate.extensionRequest.dueOn),
            new ee.sild.opportunity.view.AssignmentSummary(
              new ee.sild.platform.Ref(o.ownerId,
                coalesce(ow.name, cast(function('display_name', o.ownerId) as String))),
              new ee.sild.platform.Ref(o.partnerId, p.name),
              new ee.sild.platform.Ref(pu.id, pu.name),
              o.collaborationId, cast(function('collaborator_names', o.collaborationId) as String),
              mine.id, mine.lead, mine.joinedAt),
            new ee.sild.opportunity.view.OpportunityDistributionSummary(
              coalesce(mine.distributionId, o.offer.distributionId), coalesce(mine.answerBy, o.offer.answerBy)),
            new ee.sild.opportunity.view.OutcomeSummary(o.closing.reasonCode),
            o.createdAt, o.updatedAt, o.version)""";
    private static final String FROM = """
            Opportunity o left join Customer c on c.id = o.customerId left join Partner p on p.id = o.partnerId
            left join Collaborator mine on mine.opportunityId = o.id and mine.partnerId = :company
            left join User pu on pu.id = coalesce(mine.partnerUserId, o.pipeline.assignee) left join User ow on ow.id = \
            o.ownerId""";

    /** The same condition as {@link #isVisible}, outside the pool. */
    private static final String SEEN = """
            cast(function('sees_opportunity', o.partnerId, o.collaborationId, o.pipeline.assignee, o.status,
                :own, :seller, :viewer) as Boolean)
            or cast(function('sees_as_collaborator', mine.partnerId, mine.partnerUserId,
                :own, :seller, :viewer) as Boolean)""";

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

    /** Locks an opportunity to change the result of a visible offer. */
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
        var place = shared && !user.isStaff()
                ? collaborators.of(opportunity.id(), user.partnerId())
                : Optional.<Collaborator>empty();
        return party(
                opportunity.status(),
                shared,
                place.map(Collaborator::isLead).orElse(null),
                place.map(Collaborator::hasJoined).orElse(false),
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
    public Alert alert(Opportunity o, OpportunityStatus status, Instant now) {
        if (!status.isWorked()) {
            return null;
        }
        var alert = session.createNativeQuery("""
                select alert_of(:status, partner_active_at(:id, :accepted), :accepted, cast(:due as date),
                  :now)""", String.class)
                .setParameter("status", status.name())
                .setParameter("id", o.id())
                .setParameter("accepted", o.pipeline().acceptedAt())
                .setParameter("due", o.dueDate().dueOn())
                .setParameter("now", now)
                .getSingleResult();
        return alert == null ? null : Alert.valueOf(alert);
    }

    public String nextNumber(int year) {
        long next = session.createNativeQuery("select nextval('opportunity_number')", Long.class)
                .getSingleResult();
        return "OPP-%d-%06d".formatted(year, next);
    }

    Page<OpportunitySummary> search(OpportunityFilter filter, PageRequest listing, Instant now, CurrentUser viewer) {
        var list = new KeysetQuery<OpportunitySummary>(SUMMARY, FROM, "o")
                .with("company", viewer.partnerId())
                .with("now", now)
                .sortable("updatedAt", "o.updatedAt", Instant.class)
                .sortable("createdAt", "o.createdAt", Instant.class)
                .sortable("number", "o.number", String.class)
                .sortable("topic", "lower(o.details.topic)", String.class)
                .sortable("customer", "lower(" + CUSTOMER + ")", String.class)
                .sortable("partner", "coalesce(lower(p.name), '')", String.class)
                .sortable("status", STATUS, String.class)
                .sortable(
                        "value",
                        "coalesce(cast(function('to_base', o.details.estimatedValue, o.details.currency, "
                                + "current_date) as BigDecimal), 0)",
                        BigDecimal.class)
                .sortable(
                        "estimatedCloseDate",
                        "coalesce(o.details.estimatedCloseDate, date 9999-12-31)",
                        LocalDate.class)
                .sortable("dueOn", "coalesce(o.dueDate.dueOn, date 9999-12-31)", LocalDate.class)
                .sortable("answerBy", "coalesce(mine.answerBy, o.offer.answerBy, o.updatedAt)", Instant.class);
        visible(list, filter, viewer);
        filter.apply(list, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var page = list.page(session, listing, "-updatedAt");
        return new Page<>(
                page.items().stream().map(row -> row.forCaller(viewer)).toList(), page.nextCursor(), page.total());
    }

    private static void visible(KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer) {
        if (filter.isPool()) {
            list.where("o.status = :pooled", "pooled", OpportunityStatus.POOL);
            list.where(
                    "cast(function('pool_is_open_to', o.id, :company) as Boolean)", "company", viewer.partnerScope());
            return;
        }
        if (viewer.partnerScope() != null) {
            list.where(SEEN, "own", viewer.partnerScope())
                    .with("seller", viewer.assigneeScope() != null)
                    .with("viewer", viewer.id());
        }
    }

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
