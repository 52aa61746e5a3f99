package ee.sild.platform.security;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The few places where the rules of the business need more rows than the caller may see. Each is a use of this class.
 */
@ApplicationScoped
public class RowSecurity {

    private final EntityManager database;

    RowSecurity(EntityManager database) {
        this.database = database;
    }

    /** Reads as the system does; what of it the caller hears is for the reader to decide. */
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
     * The caller has seen it and locked it to change it: it stays theirs to the end of the transaction, even given
     * away.
     */
    public void keepVisible(UUID opportunity) {
        say("sild.held", opportunity.toString());
    }

    /**
     * After a failed statement the database takes no other one, and forgets the side by itself: what is told is the
     * first failure.
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
