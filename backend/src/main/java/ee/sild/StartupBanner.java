package ee.sild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServerStart;

import ee.sild.demo.DemoData;
import ee.sild.identity.invitation.Setup;
import ee.sild.identity.recovery.AdministratorRecovery;
import ee.sild.notification.mail.DemoInbox;
import ee.sild.notification.mail.MailSettings;
import ee.sild.platform.InstallationSettings;

/** Prints on the terminal where Sild runs and how to sign in. */
@ApplicationScoped
class StartupBanner {

    private final Setup setup;
    private final InstallationSettings installation;
    private final AdministratorRecovery recovery;
    private final MailSettings mail;

    StartupBanner(Setup setup, InstallationSettings installation, AdministratorRecovery recovery, MailSettings mail) {
        this.setup = setup;
        this.installation = installation;
        this.recovery = recovery;
        this.mail = mail;
    }

    void greet(@ObservesAsync HttpServerStart server) {
        if (LaunchMode.current() == LaunchMode.TEST) {
            return;
        }
        String address = "http://localhost:" + server.options().getPort();
        if (setup.isNeeded()) {
            System.out.printf(
                    "%n  Sild runs at %s%n  Name its first administrator: %s%s%n%n", address, address, setup.page());
        } else if (installation.demo()) {
            System.out.printf(
                    """

                      Sild runs at %s

                      Sign in to the demo with the password %s as
                        mari@sild.example           vendor: administrator
                        jaan@sild.example           vendor: channel manager
                        liis@sild.example           vendor: sales
                        anna@sild.example           vendor: analyst
                        kadri@pohjala.example       partner Põhjala Süsteemid: administrator
                        helen@pohjala.example       partner Põhjala Süsteemid: manager
                        rein@pohjala.example        partner Põhjala Süsteemid: seller
                        janis@daugavatikli.example  partner Daugava Tīkli: administrator

                    %s  Ctrl-C stops it.

                    """,
                    address,
                    DemoData.PASSWORD,
                    DemoInbox.isUsed(mail, installation)
                            ? "  Mails are shown at %s%s%n%n".formatted(address, DemoInbox.PAGE)
                            : "");
        } else {
            System.out.printf("%n  Sild runs at %s%n%n", address);
        }
        installation.recoverAdministrator().ifPresent(email -> recover(email, address));
    }

    private void recover(String email, String address) {
        System.out.println(recovery.page(email)
                .map(page -> """
                      Choose a new password for %s: %s%s
                      Restart Sild without SILD_RECOVER_ADMINISTRATOR afterwards.
                    """.formatted(email, address, page))
                .orElse("  There is no active administrator with the address %s.%n".formatted(email)));
    }
}
