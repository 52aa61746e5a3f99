package ee.sild.opportunity.edit;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** The right customer of an opportunity. */
public record ChangeCustomerRequest(
        @NotNull UUID customerId,

        @Size(max = 50)
        @Schema(nullable = true, description = "Contacts of the new customer. Those of the previous one are removed")
        List<@NotNull UUID> contactIds,

        @Size(max = 2000)
        @Multiline
        @Schema(
                nullable = true,
                description = "Why its partners continue although rules exclude them for the new customer. Staff and a "
                        + "partner whose exclusivity is overridden read it")
        String overrideReason) {

    public ChangeCustomerRequest {
        contactIds = contactIds == null ? List.of() : contactIds;
    }
}
