package ee.sild.platform;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another thing, by identity and by the name that people know it by. */
@Schema(description = "Another thing: its identity, and its name to show")
public record Ref(
        UUID id, @Schema(examples = "Põhjala Süsteemid OÜ") String name) {

    /** Null where an outer join found nothing. */
    public static Ref orNull(Ref ref) {
        return ref == null || ref.id() == null ? null : ref;
    }
}
