package ee.sild.identity.session;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.EditMeRequest;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.password.GuessablePasswords;
import ee.sild.identity.password.Passwords;
import ee.sild.platform.http.limit.AttemptLimits;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.CurrentUser;

/** Changes the password of the caller, who must know the current one, and ends all their other sessions. */
@ApplicationScoped
class ChangePassword {

    private final Sessions sessions;
    private final Users users;
    private final CurrentUser user;
    private final AttemptLimits limits;

    ChangePassword(Sessions sessions, Users users, CurrentUser user, AttemptLimits limits) {
        this.sessions = sessions;
        this.users = users;
        this.user = user;
        this.limits = limits;
    }

    void of(User me, EditMeRequest edited) {
        String current = edited.currentPassword() == null ? "" : edited.currentPassword();
        String name = "password of " + me.id();
        var origin = AttemptLimits.Origin.own(user.caller().sessionId().toString());
        limits.tryAt(name, origin);
        if (!Passwords.matches(current, me.passwordHash())) {
            throw new Invalid("/currentPassword", "password.wrong");
        }
        limits.succeeded(name, origin);
        GuessablePasswords.refuse("/password", edited.password(), users.knownAbout(me));
        me.choosePassword(Passwords.hash(edited.password()));
        sessions.endOthers(user);
    }
}
