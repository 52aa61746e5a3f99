package ee.sild.timeline.note;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;

/** A user who can read an opportunity. */
public record PersonView(
        UUID id,
        @Schema(examples = "Kadri Tamm") String name,

        @Schema(nullable = true, description = "The partner company of the user; null for staff")
        Ref partner)
        implements Identified {}
