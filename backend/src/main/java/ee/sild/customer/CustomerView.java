package ee.sild.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;
import ee.sild.platform.problem.FieldWarning;

/** A customer with its contacts. */
public record CustomerView(
        UUID id,
        @Schema(examples = "Saarte Kalatööstus AS") String name,
        @Schema(examples = "EE") String country,
        CustomerProfileView profile,
        Address address,

        @Schema(nullable = true, description = "The partner that manages this customer; visible to staff only")
        Ref managingPartner,

        @Schema(
                nullable = true,
                description = "Whether the vendor sells to this customer directly; visible to staff only")
        Boolean direct,

        List<ContactView> contacts,

        @Schema(description = "Whether the caller can update it")
        boolean editable,

        @Schema(description = "Identifiers that are stored, although they are probably wrong")
        List<FieldWarning> warnings,

        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Identified, Versioned {}
