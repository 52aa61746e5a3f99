package ee.sild.identity.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Verbatim;

/** Who sets up a second factor must know the password. */
public record SetUpSecondFactorRequest(
        @Verbatim @NotBlank @Size(max = 200) String currentPassword) {}
