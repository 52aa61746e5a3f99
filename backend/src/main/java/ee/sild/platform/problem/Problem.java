package ee.sild.platform.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as described in RFC 9457. */
@JsonInclude(Include.NON_NULL)
@Schema(description = "What went wrong, as RFC 9457 describes it")
public record Problem(
        @Schema(description = "Names the kind of problem", examples = "/problems/opportunity.transition")
        String type,

        @Schema(
                description = "The kind of problem in words, in the caller's language",
                examples = "The opportunity is not in a state for this")
        String title,

        @Schema(description = "The HTTP status", examples = "409")
        int status,

        @Schema(description = "What happened this time, in the caller's language", nullable = true)
        String detail,

        @Schema(description = "Stable and dotted, for programs", examples = "opportunity.transition")
        String code,

        @Schema(description = "Finds the request in the server's log", examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @Schema(description = "Every field that is not valid", nullable = true)
        List<FieldError> errors) {

    /** One invalid field. */
    @Schema(description = "One field that is not valid")
    public record FieldError(
            @Schema(
                    description = "JSON pointer of the field, or the name of the parameter after a slash",
                    examples = "/customer/name")
            String pointer,

            @Schema(description = "Stable, for programs", examples = "required")
            String code,

            @Schema(description = "In the caller's language", examples = "must not be empty")
            String detail) {}
}
