package ee.sild.notification;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import ee.sild.platform.SildConfig;

/** Takes in what the application sends by mail in tests. */
@ApplicationScoped
class MailCatcher {

    void open(@Observes @Priority(10) StartupEvent started, SildConfig config) {
        DemoInbox.start(config.mail().port());
    }
}
