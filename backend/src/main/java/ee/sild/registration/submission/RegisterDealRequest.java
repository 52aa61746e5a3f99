package ee.sild.registration.submission;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

import ee.sild.platform.Multiline;

/** What a partner requests exclusivity for. */
public record RegisterDealRequest(
        @NotNull @Size(min = 1, max = 50) @UniqueElements @Schema(description = "The product lines to register")
        List<@NotNull UUID> productLineIds,

        @Multiline
        @Size(max = 2000)
        @Schema(nullable = true, description = "The reason why the vendor should approve the registration")
        String comment) {}
