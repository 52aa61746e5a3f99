package ee.sild.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Checks a first password while the rest starts: it takes many times as long as later ones, and nobody should wait for that. */
@ApplicationScoped
class PasswordWarmUp {

    void start(@Observes @Priority(1) StartupEvent start) {
        Thread.ofPlatform().daemon().name("password-warm-up").start(() -> Passwords.matches("", null));
    }
}
