package ee.sild.identity.invitation;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.identity.RandomToken;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.password.GuessablePasswords;
import ee.sild.identity.password.Passwords;
import ee.sild.platform.Language;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.Role;

/** The setup of a new installation: its first administrator, created from the link on the server's terminal. */
@ApplicationScoped
public class Setup {

    private final String token = RandomToken.next();
    private final Users users;
    private final EntityManager database;
    private final Clock clock;

    Setup(Users users, EntityManager database, Clock clock) {
        this.users = users;
        this.database = database;
        this.clock = clock;
    }

    /** Whether nobody can sign in yet. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    public boolean isNeeded() {
        return !users.anybody();
    }

    /** The setup page, with the secret that only the terminal shows. */
    public String page() {
        return "/setup#" + token;
    }

    User perform(SetUpRequest first) {
        database.createNativeQuery("lock table app_user in share row exclusive mode")
                .executeUpdate();
        if (!isNeeded()) {
            throw new RuleViolation("setup.done");
        }
        if (!RandomToken.matches(first.token(), RandomToken.hash(token))) {
            throw new RuleViolation("setup.token");
        }
        GuessablePasswords.refuse("/password", first.password(), List.of(first.name(), first.email()));
        return createAdministrator(first.name(), first.email(), first.language(), Passwords.hash(first.password()));
    }

    /** Creates the first administrator, who can sign in with the password of this hash. */
    public User createAdministrator(String name, String email, Language language, String passwordHash) {
        var admin = User.person(name, email, Role.ADMIN, null, language, clock.instant());
        admin.acceptInvitation(passwordHash);
        users.persist(admin);
        return admin;
    }
}
