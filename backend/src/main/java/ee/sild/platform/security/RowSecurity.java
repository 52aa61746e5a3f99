package ee.sild.platform.security;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Lets business rules read more rows than the caller may see. Every such place uses this class. */
@ApplicationScoped
public class RowSecurity {

    private final EntityManager database;

    RowSecurity(EntityManager database) {
        this.database = database;
    }

    /** Reads as the system. The code that reads decides what the caller gets. */
    public <T> T asSystem(Supplier<T> read) {
        Object side = database.createNativeQuery("select current_setting('sild.side', true)", String.class)
                .getSingleResult();
        say("sild.side", DatabaseActor.SYSTEM.name());
        T found;
        try {
            found = read.get();
        } catch (RuntimeException | Error e) {
            sayAgain(side.toString(), e);
            throw e;
        }
        say("sild.side", side.toString());
        return found;
    }

    /**
     * Keeps an opportunity that the caller has locked visible until the end of the transaction, even if it is given
     * away.
     */
    public void keepVisible(UUID opportunity) {
        say("sild.held", opportunity.toString());
    }

    /**
     * After a failed statement, the database rejects further ones and resets the actor by itself. The first failure is
     * the one to report.
     */
    private void sayAgain(String side, Throwable failure) {
        try {
            say("sild.side", side);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void say(String setting, String value) {
        database.createNativeQuery("select set_config(:setting, :value, true)", String.class)
                .setParameter("setting", setting)
                .setParameter("value", value)
                .getSingleResult();
    }
}
