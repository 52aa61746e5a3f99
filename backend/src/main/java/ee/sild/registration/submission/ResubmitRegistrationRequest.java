package ee.sild.registration.submission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Multiline;

/** What the partner adds, or its objection to the rejection. */
public record ResubmitRegistrationRequest(
        @NotBlank @Multiline @Size(max = 2000) String comment) {}
