package ee.sild.notification.retention;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Old notifications and changes for live clients. */
final class OldNotifications {

    private OldNotifications() {}

    /** With their mails. What they report is in the timeline. A mail that waits to be sent is kept. */
    @Produces
    @Singleton
    static Retention notifications(RetentionSettings settings) {
        return new Retention("notifications", settings.notifications(), """
                with old as materialized (
                    select n.id from notification n
                     where n.id < :beforeId and n.created_at < :before
                       and not exists (select from mail m where m.notification_id = n.id and m.next_try_at is not null)
                     order by n.id limit :most for update skip locked),
                sent as (delete from mail where notification_id in (select id from old))
                delete from notification where id in (select id from old)""");
    }

    /** No client asks for them anymore. */
    @Produces
    @Singleton
    static Retention liveChanges() {
        return new Retention("live changes", Duration.ofDays(1), """
                delete from live_change
                 where id in (select id from live_change where at < :before order by at limit :most)""");
    }
}
