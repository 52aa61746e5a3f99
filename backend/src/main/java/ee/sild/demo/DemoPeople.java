package ee.sild.demo;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.demo.DemoVendor.Company;
import ee.sild.demo.DemoVendor.Person;
import ee.sild.identity.Invitations;
import ee.sild.identity.InviteUserRequest;
import ee.sild.identity.NotificationKind;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.invitation.Setup;
import ee.sild.notification.Notifications;
import ee.sild.platform.Language;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

/** The users of the demo: how they join, and how they read their notifications. */
@ApplicationScoped
class DemoPeople {

    private static final List<Role> PARTNER_ROLES =
            List.of(Role.PARTNER_ADMIN, Role.PARTNER_SELLER, Role.PARTNER_MANAGER);

    private static final List<NotificationKind> ALL = List.of(NotificationKind.values());

    private final Setup setup;
    private final Invitations invitations;
    private final Users users;
    private final Notifications notifications;
    private final CurrentUser user;
    private final Clock clock;

    DemoPeople(
            Setup setup,
            Invitations invitations,
            Users users,
            Notifications notifications,
            CurrentUser user,
            Clock clock) {
        this.setup = setup;
        this.invitations = invitations;
        this.users = users;
        this.notifications = notifications;
        this.user = user;
        this.clock = clock;
    }

    User createAdministrator(Person admin, String passwordHash) {
        return withoutNotifications(
                setup.createAdministrator(admin.name(), admin.email(), new Language(admin.language()), passwordHash));
    }

    void inviteStaff(List<Person> people, String passwordHash, DemoWorld world) {
        people.forEach(person -> invite(
                new InviteUserRequest(
                        person.name(), person.email(), Role.valueOf(person.role()), new Language(person.language())),
                null,
                passwordHash,
                world));
    }

    void invitePeopleOf(Company company, String passwordHash, DemoWorld world) {
        var language = company.country().equals("EE") ? new Language("et") : Language.DEFAULT;
        for (int i = 0; i < company.people().size(); i++) {
            String name = company.people().get(i);
            invite(
                    new InviteUserRequest(
                            name, DemoVendor.email(name, company.domain()), PARTNER_ROLES.get(i), language),
                    world.partner(company.name()),
                    passwordHash,
                    world);
        }
    }

    private void invite(InviteUserRequest request, UUID partner, String passwordHash, DemoWorld world) {
        String link = invitations.invite(request, partner).link();
        world.join(withoutNotifications(invitations.join(link.substring(link.lastIndexOf('/') + 1), passwordHash)));
    }

    /** Nobody would read those about the past, and mails would fill the demo's inbox. */
    private static User withoutNotifications(User person) {
        person.mute(ALL, ALL);
        return person;
    }

    void receiveNotifications() {
        users.findById(user.id()).mute(List.of(), ALL);
    }

    void receiveMails() {
        users.findById(user.id()).mute(List.of(), List.of());
    }

    void readNotifications() {
        notifications.readAll(user, clock.instant());
    }
}
