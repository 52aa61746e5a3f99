package ee.sild.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.identity.NotificationKind;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.security.RowSecurity;

/** Finds the users who are notified. */
@ApplicationScoped
class Recipients {

    private final EntityManager database;
    private final RowSecurity rows;
    private final MailSettings mail;
    private final InstallationSettings installation;

    Recipients(EntityManager database, RowSecurity rows, MailSettings mail, InstallationSettings installation) {
        this.database = database;
        this.rows = rows;
        this.mail = mail;
        this.installation = installation;
    }

    List<Recipient> of(NotificationRule rule, UUID opportunity, UUID partner, UUID person) {
        var asked = new HashMap<String, Object>();
        asked.put("opportunity", opportunity);
        asked.put("partner", partner);
        asked.put("person", person);
        return among(rule.kind(), rule.audience().query(), asked);
    }

    /** The users whom a note mentions. */
    List<Recipient> mentioned(Set<UUID> people) {
        return among(
                NotificationKind.MENTIONED,
                "select named.id from app_user named where named.id in (:people)",
                Map.of("people", people));
    }

    /**
     * The active users among the people, with the ways in which they receive such a notification.
     *
     * @param people a query of their IDs
     */
    @SuppressWarnings("unchecked")
    private List<Recipient> among(NotificationKind kind, String people, Map<String, ?> parameters) {
        return rows.asVendor(() -> {
            var query = database.createNativeQuery("""
                    with people (id) as materialized (%s)
                    select u.id, not (cast(:kind as text) = any (u.muted_in_app)) as in_app,
                           u.email is not null and not (cast(:kind as text) = any (u.muted_mail)) as by_mail
                      from app_user u
                     where u.id in (select p.id from people p) and u.status = 'ACTIVE' and u.kind = 'PERSON'""".formatted(people), Tuple.class)
                    .setParameter("kind", kind.name());
            parameters.forEach(query::setParameter);
            boolean mailing = MailSenderJob.isEnabled(mail, installation);
            var found = (List<Tuple>) query.getResultList();
            return found.stream()
                    .map(row -> new Recipient(
                            row.get("id", UUID.class),
                            row.get("in_app", Boolean.class),
                            mailing && row.get("by_mail", Boolean.class)))
                    .toList();
        });
    }
}
