package ee.sild.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.InstallationSettings;

/** The mails that are to be sent. It stays empty if there is neither a mail server nor the page of a demo. */
@ApplicationScoped
public class Outbox {

    private final EntityManager database;
    private final MailSettings settings;
    private final InstallationSettings installation;

    Outbox(EntityManager database, MailSettings settings, InstallationSettings installation) {
        this.database = database;
        this.settings = settings;
        this.installation = installation;
    }

    /** Whether mails are sent. */
    public boolean isUsed() {
        return settings.host().isPresent() || DemoInbox.isUsed(settings, installation);
    }

    void add(Mail mail) {
        if (isUsed()) {
            database.persist(mail);
        }
    }
}
