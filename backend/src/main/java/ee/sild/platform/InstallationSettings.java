package ee.sild.platform;

import java.nio.file.Path;
import java.util.Optional;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where this installation runs and how it is reached. */
@ConfigMapping(prefix = "sild")
public interface InstallationSettings {

    /** The port to listen on; 0 for any free port. */
    @WithDefault("8080")
    @Min(0)
    @Max(65535)
    int port();

    /** The address to listen on. */
    @WithDefault("127.0.0.1")
    String host();

    /** The public URL of this installation, for links in mails; defaults to the local port. */
    Optional<@Pattern(regexp = "https?://.+", message = "must begin with http:// or https://") String> address();

    /** The folder of the database and of all that must survive a restart. */
    @WithDefault("data")
    Path data();

    /** Whether an empty database is filled with the demo vendor. */
    @WithDefault("false")
    boolean demo();

    /**
     * The address of an administrator who cannot sign in. At the start, the second factor of the account is removed,
     * and a link to choose a new password is printed on the terminal.
     */
    Optional<@Email(message = "must be an e-mail address") String> recoverAdministrator();
}
