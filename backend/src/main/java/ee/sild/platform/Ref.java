package ee.sild.platform;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference to another resource: its ID and its display name. */
@Schema(description = "A reference to another resource: its ID and display name")
public record Ref(
        UUID id, @Schema(examples = "Põhjala Süsteemid OÜ") String name) {

    /** Null if an outer join found no row. */
    public static Ref orNull(Ref ref) {
        return ref == null || ref.id() == null ? null : ref;
    }
}
