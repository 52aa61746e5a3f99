package ee.sild.distribution.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Offers that the partner accepts. */
public record AcceptOffersRequest(
        @NotNull @Size(min = 1, max = 100) @UniqueElements @Schema(description = "The IDs of the offers")
        List<@NotNull UUID> ids) {}
