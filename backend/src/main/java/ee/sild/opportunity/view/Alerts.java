package ee.sild.opportunity.view;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Alert;

/** Why opportunities need attention. */
@ApplicationScoped
class Alerts {

    private final Session session;

    Alerts(Session session) {
        this.session = session;
    }

    /** Why it needs attention; null if it does not. */
    Alert of(Opportunity opportunity, OpportunityStatus status, Instant now) {
        if (!status.isWorked()) {
            return null;
        }
        var alert = session.createNativeQuery("""
                select alert_of(:status, partner_active_at(:id, :accepted), :accepted, cast(:due as date),
                  :now)""", String.class)
                .setParameter("status", status.name())
                .setParameter("id", opportunity.id())
                .setParameter("accepted", opportunity.pipeline().acceptedAt())
                .setParameter("due", opportunity.dueDate().dueOn())
                .setParameter("now", now)
                .getSingleResult();
        return alert == null ? null : Alert.valueOf(alert);
    }
}
