package ee.sild.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the partner has to add, or to say against the refusal. */
public record ResubmitRegistrationRequest(
        @NotBlank @Size(max = 2000) String comment) {}
