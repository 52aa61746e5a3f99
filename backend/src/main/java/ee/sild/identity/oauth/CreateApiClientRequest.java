package ee.sild.identity.oauth;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.security.Role;

/** An integration client to create. */
public record CreateApiClientRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "CRM synchronisation")
        String name,

        @NotNull @Schema(description = "The client has the permissions of this role, restricted by its scopes")
        Role role,

        @Schema(
                nullable = true,
                description =
                        "The partner that the client acts for, required with a partner role; null for " + "the vendor")
        UUID partnerId,

        @NotEmpty @Size(max = 20)
        Set<
                        @NotNull
                        @Pattern(
                                regexp =
                                        "(me|opportunities|distributions|deal-registrations|notes|partners|customers|reference|dashboard):(read|write)")
                        String>
                scopes) {}
