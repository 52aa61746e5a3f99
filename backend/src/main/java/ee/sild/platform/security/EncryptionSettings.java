package ee.sild.platform.security;

import jakarta.validation.constraints.Size;

import io.smallrye.config.ConfigMapping;

/** How secrets in the database are encrypted. */
@ConfigMapping(prefix = "sild")
public interface EncryptionSettings {

    /** Encrypts what must not be readable in a copy of the database. It is the same for all instances. */
    @Size(min = 16, message = "must have at least 16 characters")
    String secret();
}
