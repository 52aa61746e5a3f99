package ee.sild.notification.mail;

import java.util.Optional;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mails are sent. */
@ConfigMapping(prefix = "sild.mail")
public interface MailSettings {

    /** The SMTP server; without one, no mails are sent. */
    Optional<String> host();

    @WithDefault("587")
    @Min(1)
    @Max(65535)
    int port();

    /** The sender. */
    @WithDefault("sild@localhost")
    @Email(message = "must be an e-mail address")
    String from();

    /** Whether the connection uses TLS from the start; otherwise STARTTLS is used if the server offers it. */
    @WithDefault("false")
    boolean tls();

    Optional<String> user();

    Optional<String> password();
}
