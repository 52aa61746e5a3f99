package ee.sild.notification;

import java.text.BreakIterator;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.identity.NotificationKind;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;
import ee.sild.timeline.Mention;

/** Decides who is notified of what, in the transaction of the event. Nobody is notified of their own actions. */
@ApplicationScoped
class NotificationRouter {

    private static final int EXCERPT = 200;
    /** The common start of all audience queries: their parameters. */
    private static final String ASKED =
            "with asked as (select cast(:opportunity as uuid) as opportunity, cast(:partner as uuid) as partner) ";

    private static final String DECIDERS = ASKED + """
            select u.id from app_user u join asked on asked.partner = u.partner_id where u.role in ('PARTNER_ADMIN',
              'PARTNER_MANAGER')""";
    /**
     * The vendor users responsible for the opportunity: its owner, or without an owner its creator; and who made the
     * last offer.
     */
    private static final String KEEPERS = ASKED + """
            select u.id from app_user u cross join asked
             where u.partner_id is null
               and u.id in (select coalesce(o.owner_id, o.created_by) from opportunity o where o.id = asked.opportunity
                            union all
                            (select d.delivered_by from distribution d
                              where d.opportunity_id = asked.opportunity order by d.delivered_at desc limit 1))""";

    private static final String WORKERS = ASKED + """
            select u.id from asked join opportunity o on o.id = asked.opportunity cross join app_user u
             where u.id = o.partner_user_id
                or u.id in (select c.partner_user_id from collaborator c where c.opportunity_id = o.id)
                or (o.partner_user_id is null and u.role in ('PARTNER_ADMIN', 'PARTNER_MANAGER')
                    and (u.partner_id = o.partner_id
                         or u.partner_id in (select c.partner_id from collaborator c where c.opportunity_id = o.id
                           and c.partner_user_id is null)))""";
    private static final String CREATOR =
            ASKED + "select o.created_by from asked join opportunity o on o.id = asked.opportunity";
    private static final String APPROVER = ASKED + """
            select p.channel_manager_id from asked join opportunity o on o.id = asked.opportunity join partner p
              on p.id = o.partner_id
             where p.channel_manager_id is not null""";
    /** The partner's channel manager; if there is none, all of them. */
    private static final String REGISTRARS = ASKED + """
            select u.id from asked join opportunity o on o.id = asked.opportunity join partner p
              on p.id = o.partner_id cross join app_user u
             where u.id = p.channel_manager_id or (p.channel_manager_id is null and u.role = 'CHANNEL_MANAGER'
               and u.partner_id is null)""";
    /**
     * The approvers of the next step: a named user, or all with the role. Of the channel managers, only the partner's
     * own if it has one. Administrators replace approvers who have left.
     */
    private static final String APPROVERS = ASKED + """
            select u.id from asked join deal_registration r on r.opportunity_id = asked.opportunity
              join next_approval_step n on n.registration_id = r.id join partner p on p.id = r.partner_id
             cross join lateral (select n.approver, coalesce(n.user_id, case when n.approver <> 'ADMIN'
               then p.channel_manager_id end) as user_id) s
              left join app_user named on named.id = s.user_id
             cross join app_user u
             where u.partner_id is null
               and (u.id = s.user_id
                    or u.role = case when s.approver = 'ADMIN' or named.status <> 'ACTIVE'
                      or named.role not in ('ADMIN', 'CHANNEL_MANAGER') then 'ADMIN'
                                     when s.user_id is null then 'CHANNEL_MANAGER' end)""";

    private static final String DIRECTORS = ASKED + """
            select u.id from asked cross join app_user u where u.role in ('ADMIN', 'CHANNEL_MANAGER')
              and u.partner_id is null""";
    private static final String READERS = """
            select u.id, not (cast(:kind as text) = any (u.muted_in_app)) as in_app,
                   u.email is not null and not (cast(:kind as text) = any (u.muted_mail)) as by_mail
              from app_user u where u.id in (:people) and u.status = 'ACTIVE' and u.kind = 'PERSON'""";

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
        UUID with =
                event.details().with() == null ? null : event.details().with().id();
        String code = event.details().reasonCode();
        UUID partner = event.partnerId() == null ? with : event.partnerId();
        switch (event.kind()) {
            case DELIVERED -> notify(event, DECIDERS, offered(NotificationKind.DELIVERED, event, partner), partner);
            case REMINDED -> notify(event, DECIDERS, offered(NotificationKind.REMINDER, event, partner), partner);
            case ACCEPTED, CLAIMED ->
                notify(event, KEEPERS, NotificationContent.of(NotificationKind.ACCEPTED, company(partner)), null);
            case DECLINED ->
                notify(
                        event,
                        KEEPERS,
                        new NotificationContent(NotificationKind.DECLINED, company(partner), code, null, null),
                        null);
            case EXPIRED -> {
                notify(event, KEEPERS, NotificationContent.of(NotificationKind.EXPIRED, company(partner)), null);
                notify(event, DECIDERS, NotificationContent.of(NotificationKind.EXPIRED, company(partner)), partner);
            }
            case RECALLED -> notify(event, DECIDERS, NotificationContent.of(NotificationKind.RECALLED, null), partner);
            case NO_PARTNER_LEFT ->
                notify(event, KEEPERS, NotificationContent.of(NotificationKind.NO_PARTNER_LEFT, null), null);
            case COLLABORATOR_ADDED ->
                notify(event, DECIDERS, NotificationContent.of(NotificationKind.SHARED, null), with);
            case ASSIGNED ->
                notify(
                        event.opportunityId(),
                        Set.of(with),
                        NotificationContent.of(NotificationKind.ASSIGNED, null),
                        event.at());
            case RETURNED, COLLABORATOR_LEFT ->
                notify(
                        event,
                        KEEPERS,
                        new NotificationContent(NotificationKind.RETURNED, company(partner), code, null, null),
                        null);
            case TAKEN_BACK ->
                notify(
                        event,
                        DECIDERS,
                        new NotificationContent(NotificationKind.TAKEN_BACK, null, code, null, null),
                        partner);
            case ALERTED -> {
                var content = new NotificationContent(NotificationKind.INACTIVE, company(partner), code, null, null);
                notify(event, KEEPERS, content, null);
                notify(event, WORKERS, content, null);
            }
            case EXTENSION_REQUESTED ->
                notify(
                        event,
                        KEEPERS,
                        NotificationContent.of(NotificationKind.EXTENSION_REQUESTED, company(partner)),
                        null);
            case EXTENSION_REFUSED ->
                notify(
                        event,
                        WORKERS,
                        new NotificationContent(NotificationKind.EXTENSION_DECIDED, null, "REFUSED", null, null),
                        null);
            case EXTENDED -> {
                if (user.callerOrNull() != null && user.isStaff()) {
                    notify(
                            event,
                            WORKERS,
                            new NotificationContent(NotificationKind.EXTENSION_DECIDED, null, "EXTENDED", null, null),
                            null);
                }
            }
            case REGISTRATION_SUBMITTED, REGISTRATION_REFERRED, REGISTRATION_REROUTED, REGISTRATION_STEP_APPROVED ->
                notify(
                        event,
                        APPROVERS,
                        NotificationContent.of(NotificationKind.REGISTRATION_SUBMITTED, company(partner)),
                        null);
            case REGISTRATION_DUE ->
                notify(
                        event,
                        APPROVERS,
                        NotificationContent.of(NotificationKind.REGISTRATION_DUE, company(partner)),
                        null);
            case REGISTRATION_EXTENSION_REQUESTED ->
                notify(
                        event,
                        REGISTRARS,
                        new NotificationContent(
                                NotificationKind.REGISTRATION_SUBMITTED,
                                company(partner),
                                event.kind().name(),
                                null,
                                null),
                        null);
            case REGISTRATION_APPROVED,
                    REGISTRATION_REJECTED,
                    REGISTRATION_RETURNED,
                    REGISTRATION_REVOKED,
                    REGISTRATION_EXPIRED,
                    REGISTRATION_EXTENDED,
                    REGISTRATION_EXTENSION_REFUSED ->
                notify(
                        event,
                        WORKERS,
                        new NotificationContent(
                                NotificationKind.REGISTRATION_DECIDED,
                                null,
                                event.kind().name(),
                                null,
                                null),
                        null);
            case REGISTRATION_ENDING ->
                notify(event, WORKERS, NotificationContent.of(NotificationKind.REGISTRATION_ENDING, null), null);
            case REGISTRATION_OVERDUE ->
                notify(
                        event,
                        DIRECTORS,
                        NotificationContent.of(NotificationKind.REGISTRATION_OVERDUE, company(partner)),
                        null);
            case CREATED ->
                notify(event, APPROVER, NotificationContent.of(NotificationKind.TO_APPROVE, company(partner)), null);
            case APPROVED -> notify(event, CREATOR, NotificationContent.of(NotificationKind.APPROVED, null), null);
            case REJECTED -> notify(event, CREATOR, NotificationContent.of(NotificationKind.REJECTED, null), null);
            case WON, LOST, CANCELED ->
                notify(
                        event,
                        KEEPERS,
                        new NotificationContent(
                                NotificationKind.CLOSED,
                                company(partner),
                                event.kind().name(),
                                null,
                                null),
                        null);
            default -> {
                // nobody is notified
            }
        }
    }

    void onOpportunityEvent(@Observes Mention mention) {
        notify(
                mention.opportunityId(),
                mention.people(),
                new NotificationContent(
                        NotificationKind.MENTIONED,
                        name("app_user", mention.authorId()),
                        null,
                        excerpt(mention.text().strip()),
                        null),
                mention.at());
    }

    /** Cuts between two characters as readers count them. */
    static String excerpt(String words) {
        if (words.length() <= EXCERPT) {
            return words;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words);
        return words.substring(0, characters.preceding(EXCERPT)) + "…";
    }

    private NotificationContent offered(NotificationKind kind, OpportunityEvent event, UUID partner) {
        var answerBy = rows.asSystem(() -> database.createNativeQuery("""
                select d.answer_by from distribution d where d.opportunity_id = :opportunity
                  and d.partner_id = :partner and d.status = 'DELIVERED'""", Instant.class)
                .setParameter("opportunity", event.opportunityId())
                .setParameter("partner", partner)
                .getResultStream()
                .findFirst());
        return new NotificationContent(kind, null, null, null, (Instant) answerBy.orElse(null));
    }

    private void notify(OpportunityEvent event, String whom, NotificationContent content, UUID partner) {
        notify(event.opportunityId(), people(whom, event.opportunityId(), partner), content, event.at());
    }

    @SuppressWarnings("unchecked")
    private Set<UUID> people(String whom, UUID opportunity, UUID partner) {
        return rows.asSystem(() -> new LinkedHashSet<UUID>(database.createNativeQuery(whom, UUID.class)
                .setParameter("opportunity", opportunity)
                .setParameter("partner", partner)
                .getResultList()));
    }

    private void notify(UUID opportunity, Set<UUID> people, NotificationContent content, Instant at) {
        var others = new LinkedHashSet<>(people);
        Optional.ofNullable(user.callerOrNull()).ifPresent(actor -> others.remove(actor.id()));
        if (others.isEmpty()) {
            return;
        }
        var on = opportunities.findById(opportunity);
        readers(others, content.kind()).forEach(reader -> {
            boolean inApp = reader.get("in_app", Boolean.class);
            boolean byMail = reader.get("by_mail", Boolean.class) && MailSenderJob.isEnabled(mail, installation);
            if (inApp || byMail) {
                write(new Notification(reader.get("id", UUID.class), inApp, content, on, at), byMail);
            }
        });
    }

    private void write(Notification notification, boolean byMail) {
        database.persist(notification);
        if (byMail) {
            database.persist(new Mail(notification.id(), clock.instant()));
        }
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> readers(Set<UUID> people, NotificationKind kind) {
        return rows.asSystem(() -> database.createNativeQuery(READERS, Tuple.class)
                .setParameter("kind", kind.name())
                .setParameter("people", people)
                .getResultList());
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
