package ee.sild.identity.password;

import java.util.concurrent.CompletableFuture;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import ee.sild.platform.ObserverOrder;

/**
 * Checks a password while the rest of the application starts: loading the native library takes longer than a check. An
 * application that cannot load it does not start.
 */
@ApplicationScoped
class PasswordWarmUp {

    private CompletableFuture<Void> check;

    void start(@Observes @Priority(ObserverOrder.STARTUP_FIRST) StartupEvent start) {
        check = CompletableFuture.runAsync(
                () -> Passwords.matches("nobody's password", null),
                task -> Thread.ofPlatform().daemon().name("password-warm-up").start(task));
    }

    void await(@Observes @Priority(ObserverOrder.STARTUP_LAST) StartupEvent start) {
        check.join();
    }
}
