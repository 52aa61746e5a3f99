package ee.sild.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import ee.sild.identity.NotificationKind;
import ee.sild.notification.mail.Outbox;
import ee.sild.platform.security.RowSecurity;

/** Finds the active users who are notified, with the ways in which they receive the notification. */
@ApplicationScoped
class Recipients {

    private final EntityManager database;
    private final RowSecurity rows;
    private final Outbox outbox;

    Recipients(EntityManager database, RowSecurity rows, Outbox outbox) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
    }

    List<Recipient> of(NotificationRule rule, UUID opportunity, UUID partner, UUID person) {
        return found(query(
                        "select * from notified_users(:audience, :kind, :opportunity, cast(:partner as uuid), cast(:person as uuid))",
                        rule.kind())
                .setParameter("audience", rule.audience().name())
                .setParameter("opportunity", opportunity)
                .setParameter("partner", partner)
                .setParameter("person", person));
    }

    /** The users whom a note mentions. */
    List<Recipient> mentioned(Set<UUID> people) {
        return rows.asVendor(
                () -> found(query("select * from reachable_users(:people, :kind)", NotificationKind.MENTIONED)
                        .setParameter("people", people.toArray(UUID[]::new))));
    }

    private Query query(String users, NotificationKind kind) {
        return database.createNativeQuery(users, Tuple.class).setParameter("kind", kind.name());
    }

    @SuppressWarnings("unchecked")
    private List<Recipient> found(Query query) {
        boolean mailing = outbox.isUsed();
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new Recipient(
                                row.get("id", UUID.class),
                                row.get("in_app", Boolean.class),
                                mailing && row.get("by_mail", Boolean.class)))
                        .toList();
    }
}
