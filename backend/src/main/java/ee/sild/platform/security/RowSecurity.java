package ee.sild.platform.security;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Lets business rules read more rows than the caller may see. Every such place uses this class. */
@ApplicationScoped
public class RowSecurity {

    private static final String ACT = """
            with before as materialized (select current_setting('sild.side', true) as side)
            select b.side, set_config('sild.side', x.side, true),
                   set_config('role', coalesce(session_user || '_' || lower(nullif(x.side, '')), 'none'), true)
              from before b, (select cast(? as text) as side) x""";

    /**
     * In a query in HQL: keeps an opportunity, whose ID as text is the placeholder, visible until the end of the
     * transaction, even if it is given away.
     */
    public static final String KEEP_VISIBLE = "function('set_config', 'sild.held', %s, true)";

    private static final ScopedValue<Boolean> UNRESTRICTED = ScopedValue.newInstance();

    private final EntityManager database;
    private final CurrentUser user;

    RowSecurity(EntityManager database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    /** Reads as the system. The code that reads decides what the caller gets. */
    public <T> T asSystem(Supplier<T> read) {
        if (UNRESTRICTED.isBound()) {
            return read.get();
        }
        String side = actAs(DatabaseActor.SYSTEM.name());
        T found;
        try {
            found = read.get();
        } catch (RuntimeException | Error e) {
            actAgainAs(side, e);
            throw e;
        }
        actAs(side);
        return found;
    }

    /**
     * Reads what the vendor sees, as the system unless the caller is a user of the vendor. The code that reads decides
     * what the caller gets.
     */
    public <T> T asVendor(Supplier<T> read) {
        Caller caller = DatabaseActor.chosen() == null ? user.callerOrNull() : null;
        return caller != null && caller.partnerId() == null ? read.get() : asSystem(read);
    }

    /**
     * Keeps an opportunity that the caller has locked visible until the end of the transaction, even if it is given
     * away.
     */
    public void keepVisible(UUID opportunity) {
        if (!UNRESTRICTED.isBound()) {
            database.flush();
            set("select set_config('sild.held', ?, true)", opportunity.toString());
        }
    }

    /**
     * Performs one of many actions of a transaction of the system. The audit log names the given user. The rules of the
     * application apply to the user, the policies of the database do not: switching them takes as long as the action.
     *
     * @param actor null for the system itself
     */
    public void perform(Caller actor, Runnable action) {
        set(
                "select set_config('sild.person', ?, true)",
                actor == null ? "" : actor.id().toString());
        ScopedValue.where(UNRESTRICTED, true).run(action);
    }

    /**
     * After a failed statement, the database rejects further ones and resets the actor by itself. The first failure is
     * the one to report.
     */
    private void actAgainAs(String side, Throwable failure) {
        try {
            actAs(side);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Sets the actor and its role until the end of the transaction, and returns the actor of before. What has been
     * changed before is written before.
     */
    private String actAs(String side) {
        database.flush();
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(ACT)) {
                statement.setString(1, side);
                try (var before = statement.executeQuery()) {
                    before.next();
                    return before.getString(1);
                }
            }
        });
    }

    private void set(String sql, String value) {
        database.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, value);
                statement.execute();
            }
        });
    }
}
