package ee.sild.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import ee.sild.notification.mail.Mail;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.RegistrationEvent;
import ee.sild.timeline.Mention;
import ee.sild.timeline.TimelineEvent;

/** Notifies users of events, in the transaction of the event. Nobody is notified of their own actions. */
@ApplicationScoped
class NotificationRouter {

    private final Opportunities opportunities;
    private final EntityManager database;
    private final CurrentUser user;
    private final Recipients recipients;
    private final NotificationContents contents;
    private final Clock clock;

    NotificationRouter(
            Opportunities opportunities,
            EntityManager database,
            CurrentUser user,
            Recipients recipients,
            NotificationContents contents,
            Clock clock) {
        this.opportunities = opportunities;
        this.database = database;
        this.user = user;
        this.recipients = recipients;
        this.contents = contents;
        this.clock = clock;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.NOTIFICATION) OpportunityEvent event) {
        route(TimelineEvent.of(event));
    }

    void onRegistrationEvent(@Observes @Priority(ObserverOrder.NOTIFICATION) RegistrationEvent event) {
        route(TimelineEvent.of(event));
    }

    void onMention(@Observes Mention mention) {
        notify(
                mention.opportunityId(),
                recipients.mentioned(mention.people()),
                () -> contents.mention(mention),
                mention.at());
    }

    private void route(TimelineEvent event) {
        UUID with =
                event.details().with() == null ? null : event.details().with().id();
        UUID partner = event.partnerId() == null ? with : event.partnerId();
        NotificationRule.of(event.kind()).stream()
                .filter(rule -> !rule.byStaffOnly() || (user.callerOrNull() != null && user.isStaff()))
                .forEach(rule -> notify(
                        event.opportunityId(),
                        recipients.of(rule, event.opportunityId(), partner, with),
                        () -> contents.of(rule, event, partner),
                        event.at()));
    }

    private void notify(
            UUID opportunity, List<Recipient> recipients, Supplier<NotificationContent> content, Instant at) {
        var actor = user.callerOrNull();
        var others = recipients.stream()
                .filter(one -> actor == null || !actor.id().equals(one.id()))
                .filter(one -> one.inApp() || one.byMail())
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var told = content.get();
        var on = opportunities.findById(opportunity);
        var mails = new ArrayList<Mail>();
        for (Recipient one : others) {
            var notification = new Notification(one.id(), one.inApp(), told, on, at);
            database.persist(notification);
            if (one.byMail()) {
                mails.add(Mail.ofNotification(notification.id(), clock.instant()));
            }
        }
        // Rows of one table that follow each other are inserted together.
        mails.forEach(database::persist);
    }
}
