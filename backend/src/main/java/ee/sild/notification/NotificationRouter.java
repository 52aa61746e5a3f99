package ee.sild.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.identity.NotificationKind;
import ee.sild.notification.NotificationRule.Detail;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;
import ee.sild.registration.RegistrationEvent;
import ee.sild.timeline.Mention;
import ee.sild.timeline.TimelineEvent;

/** Notifies users of events, in the transaction of the event. Nobody is notified of their own actions. */
@ApplicationScoped
class NotificationRouter {

    private final Opportunities opportunities;
    private final EntityManager database;
    private final RowSecurity rows;
    private final CurrentUser user;
    private final MailSettings mail;
    private final InstallationSettings installation;
    private final Clock clock;

    NotificationRouter(
            Opportunities opportunities,
            EntityManager database,
            RowSecurity rows,
            CurrentUser user,
            MailSettings mail,
            InstallationSettings installation,
            Clock clock) {
        this.opportunities = opportunities;
        this.database = database;
        this.rows = rows;
        this.user = user;
        this.mail = mail;
        this.installation = installation;
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
                readers(
                        NotificationKind.MENTIONED,
                        "select named.id from app_user named where named.id in (:people)",
                        Map.of("people", mention.people())),
                () -> NotificationContent.mention(name("app_user", mention.authorId()), mention.text()),
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
                        readers(rule, event.opportunityId(), partner, with),
                        () -> content(rule, event, partner),
                        event.at()));
    }

    private NotificationContent content(NotificationRule rule, TimelineEvent event, UUID partner) {
        return new NotificationContent(
                rule.kind(),
                rule.shows(Detail.COMPANY) ? company(partner) : null,
                rule.reasonCode(event),
                null,
                rule.shows(Detail.ANSWER_BY) ? answerBy(event.opportunityId(), partner) : null);
    }

    private Instant answerBy(UUID opportunity, UUID partner) {
        return rows.asSystem(() -> (Instant) database.createNativeQuery("""
                select d.answer_by from distribution d where d.opportunity_id = :opportunity
                  and d.partner_id = :partner and d.status = 'DELIVERED'""", Instant.class)
                .setParameter("opportunity", opportunity)
                .setParameter("partner", partner)
                .getResultStream()
                .findFirst()
                .orElse(null));
    }

    private List<Tuple> readers(NotificationRule rule, UUID opportunity, UUID partner, UUID person) {
        var asked = new HashMap<String, Object>();
        asked.put("opportunity", opportunity);
        asked.put("partner", partner);
        asked.put("person", person);
        return readers(rule.kind(), rule.audience().query(), asked);
    }

    /**
     * The active users among the people, with the ways in which they receive such a notification.
     *
     * @param people a query of their IDs
     */
    @SuppressWarnings("unchecked")
    private List<Tuple> readers(NotificationKind kind, String people, Map<String, ?> parameters) {
        return rows.asSystem(() -> {
            var query = database.createNativeQuery("""
                    with people (id) as materialized (%s)
                    select u.id, not (cast(:kind as text) = any (u.muted_in_app)) as in_app,
                           u.email is not null and not (cast(:kind as text) = any (u.muted_mail)) as by_mail
                      from app_user u
                     where u.id in (select p.id from people p) and u.status = 'ACTIVE' and u.kind = 'PERSON'""".formatted(people), Tuple.class)
                    .setParameter("kind", kind.name());
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    private void notify(UUID opportunity, List<Tuple> readers, Supplier<NotificationContent> content, Instant at) {
        var actor = user.callerOrNull();
        var others = readers.stream()
                .filter(reader -> actor == null || !actor.id().equals(reader.get("id", UUID.class)))
                .filter(reader -> reader.get("in_app", Boolean.class) || isMailed(reader))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var told = content.get();
        var on = opportunities.findById(opportunity);
        others.forEach(reader -> write(
                new Notification(reader.get("id", UUID.class), reader.get("in_app", Boolean.class), told, on, at),
                isMailed(reader)));
    }

    private boolean isMailed(Tuple reader) {
        return reader.get("by_mail", Boolean.class) && MailSenderJob.isEnabled(mail, installation);
    }

    private void write(Notification notification, boolean byMail) {
        database.persist(notification);
        if (byMail) {
            database.persist(new Mail(notification.id(), clock.instant()));
        }
    }

    /** The partner's name; in a collaboration, that of the acting partner. Null if the system acted. */
    private String company(UUID partner) {
        UUID one = partner != null || user.callerOrNull() == null ? partner : user.partnerId();
        return one == null ? null : name("partner", one);
    }

    private String name(String of, UUID id) {
        return rows.asSystem(
                () -> (String) database.createNativeQuery("select name from " + of + " where id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }
}
