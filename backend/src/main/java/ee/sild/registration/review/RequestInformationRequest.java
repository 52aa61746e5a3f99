package ee.sild.registration.review;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

import ee.sild.platform.Multiline;
import ee.sild.registration.RequestedField;

/** What the vendor needs to know before it decides. */
public record RequestInformationRequest(
        @NotNull @Size(min = 1, max = 20) @UniqueElements List<@NotNull RequestedField> fields,

        @NotBlank @Multiline @Size(max = 2000) @Schema(description = "The question, which is visible to the partner")
        String reason) {}
