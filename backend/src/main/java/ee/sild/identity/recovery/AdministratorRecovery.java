package ee.sild.identity.recovery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ee.sild.identity.Users;
import ee.sild.identity.secondfactor.SecondFactors;
import ee.sild.identity.session.Sessions;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.Role;

/** Restores the access of an administrator when no other administrator can: the operator requests it at startup. */
@ApplicationScoped
public class AdministratorRecovery {

    private final Users users;
    private final Sessions sessions;
    private final PasswordResets resets;
    private final SecondFactors factors;

    AdministratorRecovery(Users users, Sessions sessions, PasswordResets resets, SecondFactors factors) {
        this.users = users;
        this.sessions = sessions;
        this.resets = resets;
        this.factors = factors;
    }

    /**
     * Removes the second factor, and returns the path of the page on which the administrator chooses a new password.
     *
     * @return empty if no active administrator of the vendor has this address
     */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Transactional
    public Optional<String> page(String email) {
        return users.byEmail(email).stream()
                .filter(user -> user.role() == Role.ADMIN && sessions.maySignIn(user))
                .findFirst()
                .map(administrator -> {
                    if (administrator.hasSecondFactor()) {
                        factors.remove(administrator);
                    }
                    return resets.startFor(administrator).link();
                });
    }
}
