package ee.sild.notification.retention;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Old notifications, with their mails. What they report is in the timeline. A mail that waits to be sent is kept. */
@ApplicationScoped
class OldNotifications implements Retention {

    private final RetentionSettings settings;

    OldNotifications(RetentionSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Duration keptFor() {
        return settings.notifications();
    }

    @Override
    public String delete() {
        return """
                with old as materialized (
                    select n.id from notification n
                     where n.id < :beforeId and n.created_at < :before
                       and not exists (select from mail m where m.notification_id = n.id and m.next_try_at is not null)
                     order by n.id limit :most for update skip locked),
                sent as (delete from mail where notification_id in (select id from old))
                delete from notification where id in (select id from old)""";
    }
}
