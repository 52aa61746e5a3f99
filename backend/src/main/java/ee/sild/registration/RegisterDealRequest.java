package ee.sild.registration;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** What a partner requests exclusivity for. */
public record RegisterDealRequest(
        @NotNull @Size(min = 1, max = 50) @UniqueElements @Schema(description = "The product lines")
        List<@NotNull UUID> productLineIds,

        @Size(max = 2000) @Schema(nullable = true, description = "Why the vendor should agree")
        String comment) {}
