package ee.sild.identity.session;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.password.Passwords;
import ee.sild.identity.secondfactor.SecondFactors;
import ee.sild.platform.http.limit.AttemptLimits;
import ee.sild.platform.problem.SignInFailed;

/** Starts a session for a user who knows the password. */
@ApplicationScoped
class SignIn {

    /** So that the time does not tell who invited an address whether it has an account elsewhere. */
    private static final int LEAST_COMPARED = 2;

    private final Users users;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final AttemptLimits limits;

    SignIn(Users users, Sessions sessions, SecondFactors factors, AttemptLimits limits) {
        this.users = users;
        this.sessions = sessions;
        this.factors = factors;
        this.limits = limits;
    }

    /**
     * Fails alike, after the same time, for a wrong password, an unknown e-mail and a deactivated user. An address can
     * have an account in several companies; the password selects one.
     *
     * @param code of the second factor; null if the user has not been asked for it
     * @param origin where the attempts to guess a code come from
     */
    SessionTokens start(String email, String password, String code, String userAgent, AttemptLimits.Origin origin) {
        // No connection is held during password hashing, which takes longer than everything else.
        List<String> hashes = QuarkusTransaction.requiringNew()
                .call(() -> users.byEmail(email).stream()
                        .map(User::passwordHash)
                        .filter(Objects::nonNull)
                        .toList());
        Set<String> matching = matching(password, hashes);
        User known = QuarkusTransaction.requiringNew().call(() -> known(email, matching));
        if (!known.hasSecondFactor()) {
            return QuarkusTransaction.requiringNew().call(() -> sessions.start(known(email, matching), userAgent));
        }
        if (code == null || code.isBlank()) {
            throw new SignInFailed("sign-in.code-needed");
        }
        String name = "second factor of " + known.id();
        // Who knows the password gets as many attempts from all unknown browsers together as from one.
        var attempts = origin.shared() ? AttemptLimits.Origin.own("unknown") : origin;
        limits.tryAt(name, attempts);
        SessionTokens tokens = QuarkusTransaction.requiringNew().call(() -> {
            User user = known(email, matching);
            if (user.hasSecondFactor() && !factors.accepts(user, code)) {
                throw new SignInFailed("sign-in.code-wrong");
            }
            return sessions.start(user, userAgent);
        });
        limits.succeeded(name, attempts);
        return tokens;
    }

    private User known(String email, Set<String> matching) {
        return users.byEmail(email).stream()
                .filter(found -> matching.contains(found.passwordHash()) && sessions.maySignIn(found))
                .findFirst()
                .orElseThrow(() -> new SignInFailed("sign-in.wrong"));
    }

    private static Set<String> matching(String password, List<String> hashes) {
        var matching = new HashSet<String>();
        for (int i = 0; i < Math.max(LEAST_COMPARED, hashes.size()); i++) {
            String hash = i < hashes.size() ? hashes.get(i) : null;
            if (Passwords.matches(password, hash)) {
                matching.add(hash);
            }
        }
        return matching;
    }
}
