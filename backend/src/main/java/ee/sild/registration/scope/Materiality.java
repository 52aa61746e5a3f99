package ee.sild.registration.scope;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.platform.Money;
import ee.sild.platform.VendorDays;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.security.RowSecurity;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.RegistrationScope;
import ee.sild.registration.approval.ApprovalPolicies;
import ee.sild.registration.approval.Approvals;
import ee.sild.registration.approval.Deal;

/**
 * Decides which changes of an approved deal are material: other product lines, another approval rule, or a value that
 * differs by more than the share that the vendor sets. A worth that is unknown differs from every other.
 */
@ApplicationScoped
class Materiality {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Session session;
    private final RowSecurity rows;
    private final Approvals approvals;
    private final ApprovalPolicies policies;

    Materiality(Session session, RowSecurity rows, Approvals approvals, ApprovalPolicies policies) {
        this.session = session;
        this.rows = rows;
        this.approvals = approvals;
        this.policies = policies;
    }

    boolean isMaterial(DealRegistration registration, RegistrationScope next, Set<UUID> lines, Instant now) {
        return !lines.equals(registration.productLines())
                || differs(registration.scope().value(), next.value(), now)
                || !approvals
                        .on(deal(registration, registration.scope(), lines), now)
                        .equals(approvals.on(deal(registration, next, lines), now));
    }

    /** The deal that a registration is with another scope. */
    static Deal deal(DealRegistration registration, RegistrationScope scope, Set<UUID> lines) {
        return new Deal(
                registration.partnerId(),
                scope.value(),
                scope.territoryId(),
                lines.stream().sorted().toList());
    }

    private boolean differs(Money approved, Money next, Instant now) {
        if (Objects.equals(approved, next)) {
            return false;
        }
        var before = worth(approved, next, now);
        var after = worth(next, approved, now);
        if (before == null || after == null) {
            return true;
        }
        var share = rows.asSystem(policies::materialChangePercent);
        return after.subtract(before).abs().multiply(HUNDRED).compareTo(before.multiply(BigDecimal.valueOf(share))) > 0;
    }

    /** An amount as it compares with another one: in their common currency, otherwise in the base currency. */
    private BigDecimal worth(Money amount, Money other, Instant now) {
        if (amount == null || other == null || amount.currency().equals(other.currency())) {
            return amount == null ? null : amount.amount();
        }
        return ScalarQuery.of(
                        session,
                        "select to_base(cast(:amount as numeric), cast(:currency as text), :today)",
                        BigDecimal.class)
                .setParameter("amount", amount.amount())
                .setParameter("currency", amount.currency())
                .setParameter("today", VendorDays.of(now))
                .getSingleResult();
    }
}
