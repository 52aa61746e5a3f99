package ee.sild.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import ee.sild.identity.invitation.Setup;
import ee.sild.identity.password.Passwords;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

/**
 * Fills an empty database with a Baltic vendor, its partners and a year and a half of work: the same on every machine.
 * The product's own use cases do the work, each at its time and on behalf of its user. All of it is one transaction: a
 * start that fails leaves the database empty.
 */
@ApplicationScoped
public class DemoData {

    /** All demo users sign in with this password. */
    public static final String PASSWORD = "sild-demo-2026";

    private static final int TIMEOUT = (int) Duration.ofMinutes(10).toSeconds();
    private static final int DAYS = 720;

    private final InstallationSettings installation;
    private final Setup setup;
    private final DemoFounding founding;
    private final DemoPeople people;
    private final DemoHistory history;
    private final DemoStage stage;
    private final ObjectMapper json;
    private final Clock clock;

    DemoData(
            InstallationSettings installation,
            Setup setup,
            DemoFounding founding,
            DemoPeople people,
            DemoHistory history,
            DemoStage stage,
            ObjectMapper json,
            Clock clock) {
        this.installation = installation;
        this.setup = setup;
        this.founding = founding;
        this.people = people;
        this.history = history;
        this.stage = stage;
        this.json = json;
        this.clock = clock;
    }

    /** Runs before the jobs start. */
    @ActivateRequestContext
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    void start(@Observes @Priority(ObserverOrder.STARTUP_DEMO) StartupEvent start) {
        if (installation.demo() && setup.isNeeded()) {
            DatabaseTimeouts.patiently(() -> {
                QuarkusTransaction.requiringNew().timeout(TIMEOUT).run(this::fill);
                return null;
            });
        }
    }

    private void fill() {
        var vendor = vendor();
        var world = new DemoWorld();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant founded = now.minus(DAYS, ChronoUnit.DAYS);
        String passwordHash = Passwords.hash(PASSWORD);
        var admin = vendor.staff().getFirst();
        stage.perform(founded, null, () -> world.join(people.createAdministrator(admin, passwordHash)));
        stage.perform(founded, world.actor(admin.name()), () -> {
            people.inviteStaff(vendor.staff().subList(1, vendor.staff().size()), passwordHash, world);
            founding.createProgramme(vendor, world);
            vendor.partners().forEach(company -> people.invitePeopleOf(company, passwordHash, world));
        });
        history.perform(stage, vendor, world, founded, now);
    }

    private DemoVendor vendor() {
        try {
            return json.readValue(DemoData.class.getResource("/demo/vendor.json"), DemoVendor.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
