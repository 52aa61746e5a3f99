package ee.sild.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.platform.Page;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;

/** The notifications of users, who see only their own. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {

    private static final String VIEW = """
            new ee.sild.notification.NotificationView(n.id, n.kind, new ee.sild.platform.Ref(n.opportunityId,
              n.topic), n.number, n.about, n.reasonCode,
                n.excerpt, n.answerBy, n.createdAt, n.readAt)""";

    private final Session session;

    Notifications(Session session) {
        this.session = session;
    }

    Page<NotificationView> search(NotificationFilter filter, PageRequest page, CurrentUser reader) {
        var list = new KeysetQuery<NotificationView>(VIEW, "Notification n", "n.id")
                .sortable("createdAt", "n.createdAt", Instant.class)
                .where("n.inApp")
                .where("n.userId = :reader", "reader", reader.id());
        if (filter.unread) {
            list.where("n.readAt is null");
        }
        return list.page(session, page, "-createdAt");
    }

    Notification own(UUID id, CurrentUser reader) {
        return find("id = ?1 and userId = ?2 and inApp", id, reader.id())
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    public void readAll(CurrentUser reader, Instant now) {
        update("readAt = ?1 where userId = ?2 and readAt is null", now, reader.id());
    }

    long unread(CurrentUser reader) {
        return count("userId = ?1 and inApp and readAt is null", reader.id());
    }
}
