package ee.sild.platform.security;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Lets business rules read more rows than the caller may see. Every such place uses this class. */
@ApplicationScoped
public class RowSecurity {

    private static final ScopedValue<Boolean> UNRESTRICTED = ScopedValue.newInstance();

    private final EntityManager database;

    RowSecurity(EntityManager database) {
        this.database = database;
    }

    /** Reads as the system. The code that reads decides what the caller gets. */
    public <T> T asSystem(Supplier<T> read) {
        if (UNRESTRICTED.isBound()) {
            return read.get();
        }
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
        if (!UNRESTRICTED.isBound()) {
            say("sild.held", opportunity.toString());
        }
    }

    /**
     * Performs one of many actions of a transaction of the system. The audit log names the given user. The rules of the
     * application apply to the user, the policies of the database do not: switching them takes as long as the action.
     *
     * @param actor null for the system itself
     */
    public void perform(Caller actor, Runnable action) {
        set("sild.person", actor == null ? "" : actor.id().toString());
        ScopedValue.where(UNRESTRICTED, true).run(action);
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

    /** Sets it until the end of the transaction. What has been changed before is written before. */
    private void say(String setting, String value) {
        database.flush();
        set(setting, value);
    }

    private void set(String setting, String value) {
        database.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
                statement.setString(1, setting);
                statement.setString(2, value);
                statement.execute();
            }
        });
    }
}
