package ee.sild.identity.password;

import java.util.UUID;

/** A user has a new password: fired in the transaction of the change. */
public record PasswordChanged(UUID userId) {}
