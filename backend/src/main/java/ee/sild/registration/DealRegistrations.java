package ee.sild.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.VendorDays;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;

/** The registrations. Staff see all, a partner its own, sellers only those of opportunities assigned to them. */
@ApplicationScoped
public class DealRegistrations implements PanacheRepositoryBase<DealRegistration, UUID> {

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

    /** The number of a registration that is submitted now. */
    public String nextNumber(Instant now) {
        long next = ScalarQuery.of(session, "select nextval('deal_registration_number')", Long.class)
                .getSingleResult();
        return "REG-%d-%06d".formatted(VendorDays.of(now).getYear(), next);
    }
}
