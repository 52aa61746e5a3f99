package ee.sild.identity.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Verbatim;

/** The password that an invited user sets. */
public record AcceptInvitationRequest(
        @Verbatim @NotBlank @Size(min = 12, max = 200) String password) {}
