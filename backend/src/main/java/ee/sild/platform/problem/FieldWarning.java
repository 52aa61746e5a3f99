package ee.sild.platform.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value that is stored, although it is probably wrong. */
@Schema(description = "A field whose value is stored, although it is probably wrong")
public record FieldWarning(
        @Schema(description = "The JSON pointer of the field", examples = "/profile/vatNumber")
        String pointer,

        @Schema(description = "The stable code of the warning, for use in programs", examples = "check-digit")
        String code,

        @Schema(
                description = "What is probably wrong, in the language of the caller",
                examples = "has a wrong length or check digit")
        String detail) {

    static FieldWarning of(String pointer, String code) {
        return new FieldWarning(pointer, code, Messages.field(code));
    }
}
