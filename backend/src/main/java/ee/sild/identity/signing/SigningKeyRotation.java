package ee.sild.identity.signing;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

import ee.sild.platform.ObserverOrder;
import ee.sild.platform.job.Job;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

/** Ensures at startup that there is a signing key, and replaces it regularly. */
@ApplicationScoped
class SigningKeyRotation implements Job {

    private final SigningKeys keys;
    private final KeyMaterial material;
    private final SigningKeySettings settings;
    private final Clock clock;

    SigningKeyRotation(SigningKeys keys, KeyMaterial material, SigningKeySettings settings, Clock clock) {
        this.keys = keys;
        this.material = material;
        this.settings = settings;
        this.clock = clock;
    }

    /** Creates a key in a new installation, or if a changed secret made the old key unreadable. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Transactional
    void ensureSigningKey(@Observes @Priority(ObserverOrder.STARTUP_SIGNING_KEY) StartupEvent start) {
        keys.lockAll();
        var current = keys.current();
        if (current.isEmpty() || !material.canBeRead(current.get())) {
            current.ifPresent(key ->
                    Log.warn("The signing key cannot be read with this installation's secret; a new one is made"));
            keys.rotate(Duration.ZERO);
        }
    }

    @Override
    public String name() {
        return "replace-signing-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Replaces the signing key once it is old enough. */
    @Override
    @Transactional
    public void run() {
        keys.lockAll();
        var newest = keys.find("revokedAt is null order by signsFrom desc").firstResultOptional();
        if (newest.isEmpty()
                || newest.get().createdAt().plus(settings.replacedAfter()).isBefore(clock.instant())) {
            keys.rotate(settings.publishedAhead());
        }
    }

    /** Creates and publishes a key immediately. It signs only when all caches of the published keys can have it. */
    SigningKeyView replace() {
        keys.lockAll();
        return keys.view(keys.rotate(settings.publishedAhead()));
    }
}
