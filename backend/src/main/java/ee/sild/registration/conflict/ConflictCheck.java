package ee.sild.registration.conflict;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.customer.Customer;
import ee.sild.customer.CustomerViews;
import ee.sild.customer.Customers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.approval.Approvals;

/**
 * Checks what conflicts with a registration: another partner's exclusivity or registration, an open opportunity, or a
 * direct customer of the vendor.
 */
@ApplicationScoped
public class ConflictCheck {

    private final Conflicts conflicts;
    private final Customers customers;
    private final CustomerViews customerViews;
    private final Opportunities opportunities;
    private final Approvals approvals;
    private final Vocabularies vocabularies;
    private final CurrentUser user;
    private final Clock clock;

    ConflictCheck(
            Conflicts conflicts,
            Customers customers,
            CustomerViews customerViews,
            Opportunities opportunities,
            Approvals approvals,
            Vocabularies vocabularies,
            CurrentUser user,
            Clock clock) {
        this.conflicts = conflicts;
        this.customers = customers;
        this.customerViews = customerViews;
        this.opportunities = opportunities;
        this.approvals = approvals;
        this.vocabularies = vocabularies;
        this.user = user;
        this.clock = clock;
    }

    /** Checks before a registration is requested. */
    public ProtectionView check(CheckRegistrationRequest request) {
        var customer = request.customerId() == null
                ? null
                : customers.find(request.customerId(), user).orElse(null);
        var opportunity = request.opportunityId() == null
                ? null
                : opportunities.find(request.opportunityId(), user).orElse(null);
        requireKnown(request, customer, opportunity);
        var details = customer == null ? request.customer() : customer.details();
        var violations = conflicts.find(customer, details, request.productLineIds(), user.partnerScope(), null, null);
        var result = protection(violations);
        boolean mayAsk = !user.isStaff() && result != Protection.PROTECTED;
        return new ProtectionView(
                result,
                protectedUntil(violations).orElse(null),
                user.isStaff() ? violations : null,
                mayAsk
                        ? approvals.preview(deal(request, opportunity), result == Protection.FREE, clock.instant())
                        : null);
    }

    private void requireKnown(CheckRegistrationRequest request, Customer customer, Opportunity opportunity) {
        var violations = new Violations()
                .requireReference(request.opportunityId() == null || opportunity != null, "/opportunityId")
                .requireReference(
                        vocabularies.has(Vocabulary.PRODUCT_LINE, request.productLineIds()), "/productLineIds")
                .requireReference(vocabularies.has(Vocabulary.TERRITORY, request.territoryId()), "/territoryId");
        customerViews.check(request.customerId(), customer, request.customer(), user, violations);
        violations.throwIfAny();
    }

    private Approvals.Deal deal(CheckRegistrationRequest request, Opportunity opportunity) {
        return opportunity == null
                ? new Approvals.Deal(
                        user.partnerId(), request.estimatedValue(), request.territoryId(), request.productLineIds())
                : new Approvals.Deal(
                        user.partnerId(),
                        opportunity.details().estimatedValue(),
                        opportunity.details().territoryId(),
                        request.productLineIds());
    }

    /** The end of another partner's approved registration; empty if there is none. */
    public Optional<Instant> protectedUntil(UUID customerId, List<UUID> lines, UUID partner) {
        var customer = customers.of(customerId);
        return protectedUntil(conflicts.find(customer, customer.details(), lines, partner, null, null));
    }

    /** Whether its partner would get the result that there is no conflict. */
    public boolean isFree(DealRegistration registration) {
        return protection(of(registration)) == Protection.FREE;
    }

    /** All conflicts with a registration. */
    public List<ConflictView> of(DealRegistration registration) {
        var customer = customers.of(registration.customerId());
        return conflicts.find(
                customer,
                customer.details(),
                List.copyOf(registration.productLines()),
                registration.partnerId(),
                registration.id(),
                registration.opportunityId());
    }

    private static Protection protection(List<ConflictView> conflicts) {
        return protectedUntil(conflicts).isPresent()
                ? Protection.PROTECTED
                : conflicts.stream().anyMatch(one -> one.kind() != ConflictKind.OPPORTUNITY)
                        ? Protection.UNDER_REVIEW
                        : Protection.FREE;
    }

    private static Optional<Instant> protectedUntil(List<ConflictView> conflicts) {
        return conflicts.stream()
                .map(ConflictView::exclusiveUntil)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
    }
}
