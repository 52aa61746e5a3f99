package ee.sild.identity;

import java.util.concurrent.CompletableFuture;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import ee.sild.platform.ObserverOrder;

/**
 * Checks some passwords while the rest of the application starts. The first checks take up to ten times as long as
 * later ones, because the code is not compiled yet. The application accepts requests only when they are done.
 */
@ApplicationScoped
class PasswordWarmUp {

    private static final int CHECKS = 6;

    private CompletableFuture<Void> checks;

    void start(@Observes @Priority(ObserverOrder.STARTUP_FIRST) StartupEvent start) {
        checks = CompletableFuture.runAsync(
                () -> {
                    for (int i = 0; i < CHECKS; i++) {
                        // An empty password would be rejected before hashing.
                        Passwords.matches("not a password of anybody", null);
                    }
                },
                task -> Thread.ofPlatform().daemon().name("password-warm-up").start(task));
    }

    void await(@Observes @Priority(ObserverOrder.STARTUP_LAST) StartupEvent start) {
        checks.join();
    }
}
