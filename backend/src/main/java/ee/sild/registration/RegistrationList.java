package ee.sild.registration;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.customer.Customers;
import ee.sild.platform.Page;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.registration.approval.Approval;

/** The list of registrations: those that the caller may see, filtered and sorted. */
@ApplicationScoped
public class RegistrationList {

    private static final String ASSIGNED = """
            exists (select 1 from Opportunity o where o.id = r.opportunityId
              and cast(function('sees_opportunity', o.partnerId, o.collaborationId, o.pipeline.assignee, o.status,
                r.partnerId, true, :viewer) as Boolean))""";
    /** The same condition as {@link Approval#isTurnOf}, for users who approve. */
    private static final String DECIDABLE = """
            r.awaitsDecision and cast(function('is_turn_of', r.id, :decider, :admin) as Boolean)""";

    private final Session session;
    private final Customers customers;

    RegistrationList(Session session, Customers customers) {
        this.session = session;
        this.customers = customers;
    }

    public Page<DealRegistration> search(RegistrationFilter filter, PageRequest listing, CurrentUser viewer) {
        var list = new KeysetQuery<DealRegistration>("r", "DealRegistration r", "r.id")
                .sortable("submittedAt", "r.submission.submittedAt", Instant.class)
                .sortable("decideBy", "r.approval.decideBy", Instant.class)
                .sortable(
                        "exclusiveUntil",
                        "coalesce(r.exclusivity.exclusiveUntil, r.submission.submittedAt)",
                        Instant.class)
                .where("r.partnerId = :own", "own", viewer.partnerScope())
                .where(ASSIGNED, "viewer", viewer.assigneeScope());
        filter.apply(list, customers.withCurrent(filter.customerId));
        if (filter.decidable) {
            boolean approves = viewer.role() == Role.ADMIN || viewer.role() == Role.CHANNEL_MANAGER;
            list.where(approves ? DECIDABLE : "1 = 0");
            if (approves) {
                list.with("decider", viewer.id()).with("admin", viewer.role() == Role.ADMIN);
            }
        }
        return list.page(session, listing, "-submittedAt");
    }
}
