package ee.sild.identity.recovery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Verbatim;

/** The new password of a user who has forgotten the old one. */
public record ChoosePasswordRequest(
        @Verbatim @NotBlank @Size(min = 12, max = 200) String password) {}
