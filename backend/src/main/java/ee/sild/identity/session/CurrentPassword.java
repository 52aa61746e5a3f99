package ee.sild.identity.session;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.User;
import ee.sild.identity.password.Passwords;
import ee.sild.platform.http.limit.AttemptLimits;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.CurrentUser;

/** The password of the caller, which changes of the account require: a session may be open on somebody else's desk. */
@ApplicationScoped
public class CurrentPassword {

    private final AttemptLimits limits;
    private final CurrentUser user;

    CurrentPassword(AttemptLimits limits, CurrentUser user) {
        this.limits = limits;
        this.user = user;
    }

    /** Throws {@link Invalid} for the field {@code currentPassword} if it is wrong. */
    public void require(User me, String password) {
        String name = "password of " + me.id();
        var origin = AttemptLimits.Origin.own(user.caller().sessionId().toString());
        limits.tryAt(name, origin);
        if (!Passwords.matches(password, me.passwordHash())) {
            throw new Invalid("/currentPassword", "password.wrong");
        }
        limits.succeeded(name, origin);
    }
}
