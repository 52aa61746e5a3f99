package ee.sild.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.identity.UserStatus.Party;
import ee.sild.identity.UserStatus.Transition;
import ee.sild.platform.Ids;
import ee.sild.platform.Language;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.Role;

import static jakarta.persistence.EnumType.STRING;

/** An account of Sild: a user of the vendor or of a partner, or an integration client. */
@Entity
@Table(name = "app_user")
public class User {

    enum Kind {
        PERSON,
        CLIENT
    }

    @Id
    private UUID id;

    @Enumerated(STRING)
    private Kind kind;

    private String name;
    private String email;

    @Enumerated(STRING)
    private Role role;

    private UUID partnerId;

    @Enumerated(STRING)
    private UserStatus status;

    private Language language;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] mutedInApp = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] mutedMail = {};

    private String passwordHash;

    /** Null if signing in needs no code. */
    private Instant secondFactorSince;

    private Instant createdAt;

    @Version
    private long version;

    protected User() {
        // for Hibernate
    }

    private User(Kind kind, String name, String email, Role role, UUID partnerId, UserStatus status, Instant now) {
        this.id = Ids.next();
        this.kind = kind;
        this.name = name.strip();
        this.email = email;
        this.role = role;
        this.partnerId = partnerId;
        this.status = status;
        this.language = Language.DEFAULT;
        this.createdAt = now;
    }

    public static User person(String name, String email, Role role, UUID partnerId, Language language, Instant now) {
        var user = new User(Kind.PERSON, name, email.strip(), role, partnerId, UserStatus.INVITED, now);
        user.language = language;
        return user;
    }

    public static User client(String name, Role role, UUID partnerId, Instant now) {
        return new User(Kind.CLIENT, name, null, role, partnerId, UserStatus.ACTIVE, now);
    }

    public void acceptInvitation(String hash) {
        status = next(Transition.ACCEPT_INVITATION, Party.INVITEE)
                .orElseThrow(() -> new RuleViolation("invitation.used"));
        passwordHash = hash;
    }

    void deactivate() {
        execute(Transition.DEACTIVATE);
    }

    void reactivate() {
        boolean invited = passwordHash == null && isPerson();
        execute(invited ? Transition.REACTIVATE_INVITED : Transition.REACTIVATE);
    }

    private void execute(Transition transition) {
        status = next(transition, Party.ADMINISTRATOR).orElseThrow(() -> new RuleViolation("user.transition"));
    }

    boolean allows(Transition transition) {
        return next(transition, Party.ADMINISTRATOR).isPresent();
    }

    private Optional<UserStatus> next(Transition transition, Party by) {
        return UserStatus.TABLE.next(status, transition, by);
    }

    void changeRole(Role next) {
        if (next.isStaff() != role.isStaff()) {
            throw new RuleViolation("user.role");
        }
        role = next;
    }

    public void rename(String next) {
        name = next.strip();
    }

    public void speak(Language next) {
        language = next;
    }

    /** Turns off these kinds of notifications, in the app and by mail. */
    public void mute(List<NotificationKind> inApp, List<NotificationKind> mail) {
        mutedInApp = names(inApp);
        mutedMail = names(mail);
    }

    private static String[] names(List<NotificationKind> kinds) {
        return kinds.stream().distinct().sorted().map(Enum::name).toArray(String[]::new);
    }

    List<NotificationKind> mutedInApp() {
        return Stream.of(mutedInApp).map(NotificationKind::valueOf).toList();
    }

    List<NotificationKind> mutedMail() {
        return Stream.of(mutedMail).map(NotificationKind::valueOf).toList();
    }

    /** Signs in with this address from now on. */
    public void moveTo(String address) {
        email = address;
    }

    /** Signing in needs a code from now on. */
    public void enableSecondFactor(Instant now) {
        secondFactorSince = now;
    }

    public void disableSecondFactor() {
        secondFactorSince = null;
    }

    public boolean hasSecondFactor() {
        return secondFactorSince != null;
    }

    public void choosePassword(String hash) {
        passwordHash = hash;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Role role() {
        return role;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public UserStatus status() {
        return status;
    }

    public Language language() {
        return language;
    }

    public String passwordHash() {
        return passwordHash;
    }

    boolean isPerson() {
        return kind == Kind.PERSON;
    }

    /** Clients are changed as API clients. */
    void requirePerson() {
        if (!isPerson()) {
            throw new NotAllowed("forbidden");
        }
    }

    Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
