package ee.sild.customer;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/customers/{id}/contacts")
@Tag(name = "Customers", description = "Companies that the vendor sells to, and their contacts")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("customers")
@Transactional
@Idempotent
class ContactResource {

    private final Customers customers;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;

    ContactResource(Customers customers, CurrentUser user, MergePatch patches, IfMatch ifMatch) {
        this.customers = customers;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
    }

    @PATCH
    @Path("/{contactId}")
    @Consumes(MergePatch.TYPE)
    @Operation(
            operationId = "editContact",
            summary = "Update a contact",
            description = "A JSON merge patch: omitted fields keep their values, `null` clears a field.")
    public ContactView edit(
            UUID id,
            UUID contactId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditContactRequest.class)))
                    JsonNode patch) {
        var contact = customers.contact(customers.get(id, user).id(), contactId);
        ifMatch.required(contact.version());
        contact.edit(patches.apply(patch, EditContactRequest.of(contact)));
        customers.flush();
        return ContactView.of(contact);
    }
}
