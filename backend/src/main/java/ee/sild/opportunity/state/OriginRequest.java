package ee.sild.opportunity.state;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an opportunity is in other systems. */
public record OriginRequest(
        @Size(max = 20) @Schema(nullable = true, description = "Staff only")
        List<@NotNull @Valid ExternalReference> externalReferences) {

    public static final OriginRequest NONE = new OriginRequest(null);

    public OriginRequest {
        externalReferences = externalReferences == null ? List.of() : externalReferences;
    }
}
