package ee.sild.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.identity.EditMeRequest;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.password.GuessablePasswords;
import ee.sild.identity.password.PasswordChanged;
import ee.sild.identity.password.Passwords;
import ee.sild.platform.security.CurrentUser;

/** Changes the password of the caller, who must know the current one, and ends all their other sessions. */
@ApplicationScoped
class ChangePassword {

    private final Sessions sessions;
    private final Users users;
    private final CurrentUser user;
    private final CurrentPassword password;
    private final Event<PasswordChanged> changes;

    ChangePassword(
            Sessions sessions,
            Users users,
            CurrentUser user,
            CurrentPassword password,
            Event<PasswordChanged> changes) {
        this.sessions = sessions;
        this.users = users;
        this.user = user;
        this.password = password;
        this.changes = changes;
    }

    void of(User me, EditMeRequest edited) {
        password.require(me, edited.currentPassword() == null ? "" : edited.currentPassword());
        GuessablePasswords.refuse("/password", edited.password(), users.knownAbout(me));
        me.choosePassword(Passwords.hash(edited.password()));
        sessions.endOthers(user);
        changes.fire(new PasswordChanged(me.id()));
    }
}
