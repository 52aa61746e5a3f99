package ee.sild.identity.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.identity.Passwords;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.platform.problem.SignInFailed;

/** Starts a session for a user who knows the password. */
@ApplicationScoped
class SignIn {

    private final Users users;
    private final Sessions sessions;

    SignIn(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** Fails alike, after the same time, for a wrong password, an unknown e-mail and a deactivated user. */
    SessionTokens start(String email, String password, String userAgent) {
        // No connection is held during password hashing, which takes longer than everything else.
        String hash = QuarkusTransaction.requiringNew()
                .call(() -> users.byEmail(email).map(User::passwordHash))
                .orElse(null);
        boolean matches = Passwords.matches(password, hash);
        return QuarkusTransaction.requiringNew().call(() -> {
            User known = users.byEmail(email)
                    .filter(found -> matches && hash.equals(found.passwordHash()) && sessions.maySignIn(found))
                    .orElseThrow(() -> new SignInFailed("sign-in.wrong"));
            return sessions.start(known, userAgent);
        });
    }
}
