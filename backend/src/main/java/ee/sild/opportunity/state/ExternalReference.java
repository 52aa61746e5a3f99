package ee.sild.opportunity.state;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ID of an opportunity in another system. */
@Embeddable
public record ExternalReference(
        @NotBlank @Size(max = 50) @Schema(examples = "CRM") String system,

        @NotBlank @Size(max = 200) @Schema(examples = "006Dn00000A1b2C")
        String externalId) {}
