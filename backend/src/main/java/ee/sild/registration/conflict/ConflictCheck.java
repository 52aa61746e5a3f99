package ee.sild.registration.conflict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.customer.Customers;
import ee.sild.opportunity.Opportunity;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.registration.DealRegistration;

/**
 * Checks what conflicts with a registration: another partner's exclusivity or registration, an open opportunity, or a
 * direct customer of the vendor.
 */
@ApplicationScoped
public class ConflictCheck {

    private final Conflicts conflicts;
    private final Customers customers;

    ConflictCheck(Conflicts conflicts, Customers customers) {
        this.conflicts = conflicts;
        this.customers = customers;
    }

    /** Throws if another partner has exclusivity. The partner sees until when, but never whose it is. */
    public void requireUnprotected(Opportunity opportunity, List<UUID> productLines) {
        var customer = customers.of(opportunity.customerId());
        protectedUntil(conflicts.find(customer, customer.details(), productLines, opportunity.partnerId(), null, null))
                .ifPresent(until -> {
                    throw new RuleViolation("deal-registration.protected", until);
                });
    }

    /** Whether its partner would get the result that there is no conflict. */
    public boolean isFree(DealRegistration registration) {
        return protection(of(registration)) == Protection.FREE;
    }

    /** All conflicts with a registration, or with the pending change of it. */
    public List<ConflictView> of(DealRegistration registration) {
        var customer = customers.of(registration.customerId());
        return conflicts.find(
                customer,
                customer.details(),
                List.copyOf(
                        registration.isChangePending() ? registration.requestedLines() : registration.productLines()),
                registration.partnerId(),
                registration.id(),
                registration.opportunityId());
    }

    static Protection protection(List<ConflictView> conflicts) {
        return protectedUntil(conflicts).isPresent()
                ? Protection.PROTECTED
                : conflicts.stream().anyMatch(one -> one.kind() != ConflictKind.OPPORTUNITY)
                        ? Protection.UNDER_REVIEW
                        : Protection.FREE;
    }

    static Optional<Instant> protectedUntil(List<ConflictView> conflicts) {
        return conflicts.stream()
                .map(ConflictView::exclusiveUntil)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
    }
}
