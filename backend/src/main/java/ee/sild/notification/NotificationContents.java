package ee.sild.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.partner.Partners;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;
import ee.sild.timeline.Mention;
import ee.sild.timeline.TimelineEvent;

/** What notifications say. */
@ApplicationScoped
class NotificationContents {

    private final EntityManager database;
    private final RowSecurity rows;
    private final Partners partners;
    private final CurrentUser user;

    NotificationContents(EntityManager database, RowSecurity rows, Partners partners, CurrentUser user) {
        this.database = database;
        this.rows = rows;
        this.partners = partners;
        this.user = user;
    }

    NotificationContent of(NotificationRule rule, TimelineEvent event, UUID partner) {
        return new NotificationContent(
                rule.kind(),
                rule.shows(NotificationDetail.COMPANY) ? company(partner) : null,
                rule.reasonCode(event),
                null,
                rule.shows(NotificationDetail.ANSWER_BY) ? answerBy(event.opportunityId(), partner) : null);
    }

    NotificationContent mention(Mention mention) {
        return NotificationContent.mention(name("app_user", mention.authorId()), mention.text());
    }

    private Instant answerBy(UUID opportunity, UUID partner) {
        return rows.asVendor(() -> ScalarQuery.of(database, """
                select d.answer_by from distribution d where d.opportunity_id = :opportunity
                  and d.partner_id = :partner and d.status = 'DELIVERED'""", Instant.class)
                .setParameter("opportunity", opportunity)
                .setParameter("partner", partner)
                .getResultStream()
                .findFirst()
                .orElse(null));
    }

    /** The partner's name; in a collaboration, that of the acting partner. Null if the system acted. */
    private String company(UUID partner) {
        UUID one = partner != null || user.callerOrNull() == null ? partner : user.partnerId();
        if (one == null) {
            return null;
        }
        var known = partners.ref(one);
        return known == null ? name("partner", one) : known.name();
    }

    private String name(String of, UUID id) {
        return rows.asVendor(() -> ScalarQuery.of(database, "select name from " + of + " where id = :id", String.class)
                .setParameter("id", id)
                .getSingleResult());
    }
}
