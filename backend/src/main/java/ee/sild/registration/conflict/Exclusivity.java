package ee.sild.registration.conflict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;

import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Party;
import ee.sild.partner.Partners;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationSettings;

/** What an approved registration grants: no one else sells these product lines to the customer for a period. */
@ApplicationScoped
public class Exclusivity {

    private final Session session;
    private final Partners partners;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final RegistrationSettings settings;

    Exclusivity(
            Session session,
            Partners partners,
            CurrentUser user,
            Event<OpportunityEvent> events,
            RegistrationSettings settings) {
        this.session = session;
        this.partners = partners;
        this.user = user;
        this.events = events;
        this.settings = settings;
    }

    /** Approves a registration, by a user or by the rules. The opportunity is approved with it. */
    public RegistrationEvent grant(DealRegistration registration, Opportunity opportunity, Instant end, Instant now) {
        registration.approve(end, remindAt(end), user, now);
        if (opportunity.status() == OpportunityStatus.PENDING_APPROVAL) {
            events.fire(opportunity.work().approve(Party.STAFF, now));
        }
        return new RegistrationEvent.Approved(EventSubject.of(opportunity), now);
    }

    public void requireFree(DealRegistration registration, Instant now) {
        requireFree(registration, registration.productLines(), now);
    }

    /** Throws if someone else has exclusivity for one of these product lines. */
    public void requireFree(DealRegistration registration, Set<UUID> lines, Instant now) {
        if (isTaken(registration, lines, now)) {
            throw new RuleViolation("deal-registration.taken");
        }
    }

    /** The end by the approval rule, otherwise by the tier. */
    public Instant usualEnd(DealRegistration registration, Instant now) {
        var days = Optional.ofNullable(registration.approval().exclusivityDays())
                .or(() -> partners.exclusivityDays(registration.partnerId()));
        return now.plus(Duration.ofDays(days.orElse(settings.days())));
    }

    /** When its partner is reminded that it ends. */
    public Instant remindAt(Instant end) {
        return end.minus(Duration.ofDays(settings.remindDays()));
    }

    /**
     * Whether someone has exclusivity for one of the product lines at that time, on any record of the company. Takes
     * the company's lock.
     */
    public boolean isTaken(DealRegistration registration, Set<UUID> lines, Instant from) {
        ScalarQuery.of(session, "select 1 from lock_company(:customer, true)", Integer.class)
                .setParameter("customer", registration.customerId())
                .getSingleResult();
        return ScalarQuery.of(session, """
                select exists (select from deal_registration_product_line x
                                where x.customer_id in (select k.customer_id
                                                          from company_records(array[cast(:customer as uuid)]) k)
                                  and x.product_line_id in (:lines) and x.registration_id <> :id
                                    and upper(x.exclusive) > :from)""", Boolean.class)
                .setParameter("customer", registration.customerId())
                .setParameter("lines", lines)
                .setParameter("id", registration.id())
                .setParameter("from", from)
                .getSingleResult();
    }

    /** Throws if exclusivity would end in the past. */
    public static void requireFuture(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw new Invalid("/exclusiveUntil", "past");
        }
    }
}
