package ee.sild.registration.deadline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.platform.job.BatchRunner;

/** The registrations with a deadline that is due, in batches. */
@ApplicationScoped
class DueRegistrations {

    private final Session session;

    DueRegistrations(Session session) {
        this.session = session;
    }

    List<UUID> expired(Instant now) {
        return due(
                "status = 'APPROVED' and exclusivity.exclusiveUntil <= :now order by exclusivity.exclusiveUntil", now);
    }

    List<UUID> toRemind(Instant now) {
        return due(
                "status = 'APPROVED' and exclusivity.remindedAt is null and exclusivity.remindAt <= :now "
                        + "and exclusivity.exclusiveUntil > :now order by exclusivity.remindAt",
                now);
    }

    List<UUID> overdue(Instant now) {
        return due(
                "awaitsDecision and not approval.overdueTold and approval.decideBy <= :now "
                        + "order by approval.decideBy",
                now);
    }

    List<UUID> toDecideSoon(Instant now) {
        return due(
                "awaitsDecision and not approval.decisionReminded and "
                        + "approval.decisionRemindAt <= :now order by approval.decisionRemindAt",
                now);
    }

    List<UUID> automatic(Instant now) {
        return due(
                "awaitsDecision and approval.automatic and submission.submittedAt <= :now "
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
