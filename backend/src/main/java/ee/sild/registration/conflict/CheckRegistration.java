package ee.sild.registration.conflict;

import java.time.Clock;

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
import ee.sild.registration.approval.Approvals;
import ee.sild.registration.approval.Deal;

/** Checks whether a deal could be registered, before a registration is requested. */
@ApplicationScoped
class CheckRegistration {

    private final Conflicts conflicts;
    private final Customers customers;
    private final CustomerViews customerViews;
    private final Opportunities opportunities;
    private final Approvals approvals;
    private final Vocabularies vocabularies;
    private final CurrentUser user;
    private final Clock clock;

    CheckRegistration(
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
        var result = ConflictCheck.protection(violations);
        boolean mayAsk = !user.isStaff() && result != Protection.PROTECTED;
        return new ProtectionView(
                result,
                ConflictCheck.protectedUntil(violations).orElse(null),
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

    private Deal deal(CheckRegistrationRequest request, Opportunity opportunity) {
        return opportunity == null
                ? new Deal(user.partnerId(), request.estimatedValue(), request.territoryId(), request.productLineIds())
                : new Deal(
                        user.partnerId(),
                        opportunity.details().estimatedValue(),
                        opportunity.details().territoryId(),
                        request.productLineIds());
    }
}
