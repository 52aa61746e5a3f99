package ee.sild.identity.session;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.EditMeRequest;
import ee.sild.identity.Passwords;
import ee.sild.identity.User;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.CurrentUser;

/** Changes the password of the caller, who must know the current one, and ends all their other sessions. */
@ApplicationScoped
class ChangePassword {

    private final Sessions sessions;
    private final CurrentUser user;

    ChangePassword(Sessions sessions, CurrentUser user) {
        this.sessions = sessions;
        this.user = user;
    }

    void of(User me, EditMeRequest edited) {
        String current = edited.currentPassword() == null ? "" : edited.currentPassword();
        if (!Passwords.matches(current, me.passwordHash())) {
            throw new Invalid("/currentPassword", "password.wrong");
        }
        me.choosePassword(Passwords.hash(edited.password()));
        sessions.endOthers(user);
    }
}
